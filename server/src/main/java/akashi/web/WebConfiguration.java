package akashi.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Templates and the return values that use them. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    TemplateEngine templateEngine() {
        var engine = TemplateEngine.createPrecompiled(
                null, ContentType.Html, WebConfiguration.class.getClassLoader(), "akashi");
        engine.setTrimControlStructures(true);
        return engine;
    }

    @Bean
    WebMvcConfigurer pages(ObjectProvider<Rendering> rendering, ObjectProvider<Retirement> retirement) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                var _ = interceptors.addInterceptor(retirement.getObject()).addPathPatterns("/api/**");
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new PageReturnValueHandler(rendering.getObject()));
            }
        };
    }
}
