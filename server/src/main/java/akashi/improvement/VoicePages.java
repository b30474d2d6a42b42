package akashi.improvement;

import akashi.operation.OperationVersion;
import akashi.operation.Operations;
import akashi.usage.Actor;
import akashi.usage.Disclosure;
import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Withheld;
import akashi.web.Chrome;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Page;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way from every page to say that something looks wrong or could be better. */
@Controller
class VoicePages {
    static final String SAY = "VOICE";
    static final String ANSWER = "VOICE_ANSWER";
    static final String SYSTEM = "VOICE_SYSTEM";
    private static final int LONGEST = 1000;

    private final Voices voices;
    private final Operations operations;
    private final Naming naming;
    private final Gate gate;
    private final UsageLog usage;
    private final Clock clock;

    VoicePages(Voices voices, Operations operations, Naming naming, Gate gate, UsageLog usage, Clock clock) {
        this.voices = voices;
        this.operations = operations;
        this.naming = naming;
        this.gate = gate;
        this.usage = usage;
        this.clock = clock;
    }

    @GetMapping("/voices/new")
    Page form(@RequestParam(defaultValue = "/") String from, HttpServletRequest request) {
        var _ = pass(request, SAY, null);
        var page = place(from);
        var named = operations.inForce().stream()
                .map(version -> version.code().value())
                .filter(code -> Arrays.asList(page.split("/", -1)).contains(code))
                .findFirst()
                .orElse("");
        return new SayPage(page, "WRONG", named, "", choices(Languages.of(request)), null);
    }

    @PostMapping("/voices/new")
    Reply say(
            @RequestParam(defaultValue = "/") String from,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request) {
        var open = pass(request, SAY, null);
        var said = text.strip();
        var known = operation.isEmpty() || voices.section(operation) != null;
        var kind = Arrays.stream(Voice.Category.values())
                .filter(one -> one.name().equals(category))
                .findFirst();
        if (kind.isEmpty() || !known || wrong(said)) {
            return new SayPage(
                    place(from),
                    category,
                    known ? operation : "",
                    said,
                    choices(Languages.of(request)),
                    "improvement.wrong.text");
        }
        var actor = open.actor();
        long id = voices.say(
                new Voice(
                        0,
                        kind.get(),
                        place(from),
                        operation,
                        said,
                        actor.unit(),
                        UUID.fromString(actor.personId()),
                        actor.staffNumber(),
                        clock.instant(),
                        Voice.State.OPEN,
                        1,
                        null),
                use(SAY, open));
        return Go.to("/voices/" + id, "improvement.said");
    }

    @GetMapping("/voices")
    Page list(HttpServletRequest request) {
        var open = pass(request, SAY, null);
        var language = Languages.of(request);
        var codes = answered(request);
        var page = new VoicesPage(
                rows(voices.of(open.actor().personId()), language),
                rows(voices.about(codes), language),
                !codes.isEmpty());
        return show(use(SAY, open), page);
    }

    @GetMapping("/voices/{id:[0-9]{1,18}}")
    Page one(@PathVariable long id, HttpServletRequest request) {
        return page(voice(id), "", null, request);
    }

    @PostMapping("/voices/{id:[0-9]{1,18}}/answer")
    Reply answer(@PathVariable long id, @RequestParam(defaultValue = "") String text, HttpServletRequest request) {
        var voice = voice(id);
        var open = pass(request, answering(voice.operation()), voices.section(voice.operation()));
        var said = text.strip();
        if (wrong(said)) {
            return page(voice, said, "improvement.wrong.text", request);
        }
        return voices.answer(voice, said, open.actor().staffNumber(), use(ANSWER, open))
                ? Go.to("/voices/" + id, "improvement.answered")
                : page(voice(id), said, "improvement.stale", request);
    }

    @PostMapping("/voices/{id:[0-9]{1,18}}/done")
    Reply done(@PathVariable long id, HttpServletRequest request) {
        var voice = voice(id);
        var open = pass(request, answering(voice.operation()), voices.section(voice.operation()));
        return voices.done(voice, use("VOICE_DONE", open))
                ? Go.to("/voices/" + id, "improvement.settled")
                : page(voice(id), "", "improvement.stale", request);
    }

    /** Shown to whoever said it and to whoever answers it; to everybody else there is nothing here. */
    private Page page(Voice voice, String text, @Nullable String error, HttpServletRequest request) {
        var open = pass(request, SAY, null);
        var answers = gate.offers(request, answering(voice.operation()), voices.section(voice.operation()));
        if (!answers && !own(voice, open.actor())) {
            throw new NotFound();
        }
        var language = Languages.of(request);
        var reply = voice.reply();
        var page = new VoicePage(
                voice,
                name(voice.operation(), language),
                naming.unit(voice.unit(), language),
                reply == null ? "" : naming.person(reply.by(), language),
                answers,
                text,
                error);
        return show(use(SAY, open).stating("voice", Long.toString(voice.id())), page);
    }

    private static boolean own(Voice voice, Actor actor) {
        return voice.person().toString().equals(actor.personId());
    }

    private static boolean wrong(String text) {
        return text.length() < 3 || text.length() > LONGEST || text.indexOf(0) >= 0;
    }

    /** What was looked at is left out, also where a request was made by hand. */
    private static String place(String from) {
        return Chrome.place(from);
    }

    /** The act of answering: the managing section's, or for what is about the system, the keepers'. */
    private String answering(String operation) {
        return voices.section(operation) == null ? SYSTEM : ANSWER;
    }

    private List<String> answered(HttpServletRequest request) {
        var codes = new ArrayList<String>();
        for (OperationVersion version : operations.inForce()) {
            if (gate.offers(request, ANSWER, version.definition().management().section())) {
                codes.add(version.code().value());
            }
        }
        if (gate.offers(request, SYSTEM)) {
            codes.add("");
        }
        return codes;
    }

    private List<VoicesPage.Row> rows(List<Voice> found, Locale language) {
        return found.stream()
                .map(voice -> new VoicesPage.Row(
                        voice, name(voice.operation(), language), naming.unit(voice.unit(), language)))
                .toList();
    }

    private String name(String operation, Locale language) {
        return operation.isEmpty() ? "" : naming.operation(operation, language);
    }

    private List<ImprovementPage.Choice> choices(Locale language) {
        return operations.inForce().stream()
                .map(version -> new ImprovementPage.Choice(
                        version.code().value(), version.definition().name().in(language.getLanguage())))
                .toList();
    }

    private Voice voice(long id) {
        return voices.one(id).orElseThrow(NotFound::new);
    }

    private static Use use(String act, Gate.Open open) {
        return Use.of(act, open.actor()).decided(open.ruling());
    }

    private <T> T show(Use use, T page) {
        var shown = page.toString().getBytes(StandardCharsets.UTF_8);
        return usage.release(use, Withheld.of(page, Disclosure.of(List.of(), shown)))
                .value();
    }

    private Gate.Open pass(HttpServletRequest request, String act, @Nullable String unit) {
        return switch (gate.ask(request, act, unit)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }
}
