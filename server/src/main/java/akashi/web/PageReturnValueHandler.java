package akashi.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ContentDisposition;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Lets controllers return a {@link Reply}. */
class PageReturnValueHandler implements HandlerMethodReturnValueHandler {
    private final Rendering rendering;

    PageReturnValueHandler(Rendering rendering) {
        this.rendering = rendering;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return Reply.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = web.getNativeRequest(HttpServletRequest.class);
        var response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null || !(value instanceof Reply reply)) {
            throw new IllegalStateException(type + " must answer a servlet request with a page, a way on or a file");
        }
        switch (reply) {
            case Page page -> rendering.render(page, request, response);
            case Go go -> go(go, request, response);
            case Download file -> download(file, response);
        }
    }

    private static void go(Go go, HttpServletRequest request, HttpServletResponse response) {
        if (go.flash() != null) {
            Flash.leave(
                    request,
                    Notice.of(
                            go.refused() ? "hit" : "done", go.flash(), go.args().toArray()));
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + go.path());
            response.setStatus(HttpServletResponse.SC_OK);
            return;
        }
        response.setHeader("Location", request.getContextPath() + go.path());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private static void download(Download file, HttpServletResponse response) throws IOException {
        response.setContentType(file.type());
        response.setContentLength(file.content().length);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(file.content());
    }
}
