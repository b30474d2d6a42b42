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
        var html = new Utf8ByteOutput();
        engine.render(page.template() + ".jte", Map.of("page", page, "chrome", chromes.of(request, page)), html);
        response.setStatus(page.status());
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.getContentLength());
        try (var out = response.getOutputStream()) {
            html.writeTo(out);
        }
    }
}
