package akashi.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Turns a {@link Page} into a response. The whole page is made before its first byte leaves. */
@Component
class Rendering {
    private final TemplateEngine engine;
    private final Chromes chromes;

    Rendering(TemplateEngine engine, Chromes chromes) {
        this.engine = engine;
        this.chromes = chromes;
    }

    void render(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        render(page, chromes.of(request, page), response);
    }

    /** Renders a page without asking the modules for anything, because one of them may be what failed. */
    void renderBare(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        render(page, chromes.bare(request, page), response);
    }

    private void render(Page page, Chrome chrome, HttpServletResponse response) throws IOException {
        var html = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", Map.of("page", page, "chrome", chrome), html);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.getContentLength());
        try (var out = response.getOutputStream()) {
            html.writeTo(out);
        }
    }
}
