package akashi.procedure;

import akashi.access.Asker;
import akashi.operation.Drafts;
import akashi.operation.OperationCode;
import akashi.operation.OperationVersion;
import akashi.operation.Operations.Standing;
import akashi.procedure.FormPage.Typed;
import akashi.review.Studies;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Writing a proposal: the form, the definition in it, and what checking it says while somebody types. */
@Controller
class WishPages {
    private static final int SHORTEST = 3;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_REASON = 2000;

    private final Proposals proposals;
    private final Studies studies;
    private final Drafts drafts;
    private final Sight sight;

    WishPages(Proposals proposals, Studies studies, Drafts drafts, Sight sight) {
        this.proposals = proposals;
        this.studies = studies;
        this.drafts = drafts;
        this.sight = sight;
    }

    /**
     * The empty form; with an operation its definition stands in it.
     *
     * @param like operation whose definition a new one begins with
     * @param from proposal that was refused or withdrawn and is made anew
     * @param shipped not empty where it is to begin with the version the program ships
     */
    @GetMapping("/procedures/new")
    Reply form(
            Asker asker,
            @RequestParam(defaultValue = "CHANGE") String kind,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String like,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String shipped,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var typed = from.matches("[0-9]{1,9}")
                ? again(proposals.one(Long.parseLong(from)).orElseThrow(NotFound::new))
                : new Typed(
                        kind(kind).name(),
                        operation,
                        "",
                        "",
                        "",
                        kind(kind) == Course.Kind.NEW
                                ? yaml(like)
                                : shipped.isEmpty() ? yaml(operation) : shipped(operation));
        return sight.show(open, "form", page("/procedures", null, typed, asker, null, request));
    }

    @GetMapping("/procedures/{number:[0-9]{1,9}}/edit")
    Reply edit(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var whole = proposals.one(number).orElseThrow(NotFound::new);
        if (!Permit.offers(whole, Move.EDIT, asker, sight.organization().roster())) {
            throw new NotFound();
        }
        var page = page(target(number), whole.proposal().version(), again(whole), asker, null, request);
        return sight.show(open, "form " + number, page);
    }

    @PostMapping("/procedures")
    Reply propose(
            Asker asker,
            Typed typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var whole = whole(typed, file);
        var wish = wish(whole);
        if (wish == null) {
            return page("/procedures", null, whole, asker, wrong(whole, Languages.of(request)), request);
        }
        var outcome = proposals.propose(asker, wish, open.ruling());
        return answer(outcome, "/procedures", null, whole, asker, request);
    }

    @PostMapping("/procedures/{number:[0-9]{1,9}}/edit")
    Reply change(
            Asker asker,
            @PathVariable long number,
            @RequestParam int version,
            Typed typed,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var proposal = proposals.one(number).orElseThrow(NotFound::new);
        var fixed = new Typed(
                proposal.proposal().kind().name(),
                proposal.proposal().operation().value(),
                text(typed.title()),
                text(typed.reason()),
                text(typed.wished()),
                text(typed.yaml()));
        var whole = whole(fixed, file);
        var wish = wish(whole);
        if (wish == null) {
            return page(target(number), version, whole, asker, wrong(whole, Languages.of(request)), request);
        }
        var outcome = proposals.edit(asker, proposal, version, wish, open.ruling());
        return answer(outcome, target(number), version, whole, asker, request);
    }

    /** Checks what stands in the form, while somebody types; keeps nothing. */
    @PostMapping("/procedures/check")
    Reply check(
            Asker asker,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String yaml,
            HttpServletRequest request) {
        var open = sight.pass(request, Sight.PROPOSE);
        var language = Languages.of(request);
        var study =
                studies.definition(yaml, kind(kind) == Course.Kind.NEW ? null : code(operation), asker.staffNumber());
        return sight.show(
                open,
                "check",
                new CheckedPage(
                        sight.faults(study.faults(), language),
                        sight.differences(study.comparison().differences(), language)));
    }

    private Reply answer(
            Outcome outcome,
            String target,
            @Nullable Integer version,
            Typed typed,
            Asker asker,
            HttpServletRequest request) {
        var language = Languages.of(request);
        return switch (outcome) {
            case Outcome.Done(var number, var _) ->
                Go.to("/procedures/" + number, version == null ? "procedure.done.propose" : "procedure.done.edit");
            case Outcome.Refused(var key, var args) ->
                page(target, version, typed, asker, sight.text("procedure.refused." + key, args, language), request);
            case Outcome.Faulty _ ->
                page(
                        target,
                        version,
                        typed,
                        asker,
                        sight.text("procedure.refused.faulty", List.of(), language),
                        request);
        };
    }

    private FormPage page(
            String target,
            @Nullable Integer version,
            Typed typed,
            Asker asker,
            @Nullable String error,
            HttpServletRequest request) {
        var language = Languages.of(request);
        var choices = sight.own(asker).stream()
                .map(one -> new FormPage.Choice(
                        one.code().value(), one.definition().name().in(language.getLanguage())))
                .toList();
        boolean check = typed.defines() && !typed.yaml().isBlank();
        var study = check
                ? studies.definition(
                        typed.yaml(),
                        kind(typed.kind()) == Course.Kind.NEW ? null : code(typed.operation()),
                        asker.staffNumber())
                : null;
        return new FormPage(
                target,
                version,
                typed,
                choices,
                study == null || (error == null && version == null)
                        ? List.of()
                        : sight.faults(study.faults(), language),
                study == null ? List.of() : sight.differences(study.comparison().differences(), language),
                error);
    }

    private @Nullable Wish wish(Typed typed) {
        if (wrongKey(typed) != null) {
            return null;
        }
        var kind = kind(typed.kind());
        return new Wish(
                kind,
                kind == Course.Kind.NEW ? null : code(typed.operation()),
                typed.title(),
                typed.reason(),
                typed.wished().isEmpty() ? null : LocalDate.parse(typed.wished()),
                typed.yaml());
    }

    private String wrong(Typed typed, Locale language) {
        var key = wrongKey(typed);
        return sight.text("procedure.refused." + (key == null ? "input" : key), List.of(), language);
    }

    private static @Nullable String wrongKey(Typed typed) {
        if (typed.title().length() < SHORTEST
                || typed.title().length() > LONGEST_TITLE
                || typed.reason().length() < SHORTEST
                || typed.reason().length() > LONGEST_REASON
                || typed.title().indexOf('\0') >= 0
                || typed.reason().indexOf('\0') >= 0
                || typed.yaml().indexOf('\0') >= 0) {
            return "words";
        }
        try {
            return typed.wished().isEmpty() || LocalDate.parse(typed.wished()).getYear() > 0 ? null : "date";
        } catch (DateTimeException e) {
            return "date";
        }
    }

    private static Typed whole(Typed typed, @Nullable MultipartFile file) {
        String yaml = text(typed.yaml());
        if (file != null && !file.isEmpty()) {
            yaml = read(file);
        }
        return new Typed(
                text(typed.kind()),
                text(typed.operation()),
                text(typed.title()).strip(),
                text(typed.reason()).strip(),
                text(typed.wished()).strip(),
                yaml.replace("\r\n", "\n"));
    }

    /** The text of a file; one that is not UTF-8 becomes a text that no check accepts. */
    private static String read(MultipartFile file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            return "# UTF-8?";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Typed again(Proposal.Whole whole) {
        var proposal = whole.proposal();
        var wished = proposal.paper().wished();
        var yaml = proposal.content().yaml();
        return new Typed(
                proposal.kind().name(),
                proposal.operation().value(),
                proposal.paper().title(),
                proposal.paper().reason(),
                wished == null ? "" : wished.toString(),
                yaml == null ? "" : yaml);
    }

    private String yaml(String operation) {
        var code = code(operation);
        return code == null || sight.operations().standing(code) != Standing.IN_FORCE
                ? ""
                : sight.operations()
                        .byCode(code)
                        .map((OperationVersion version) -> drafts.yaml(version))
                        .orElse("");
    }

    /** What the program ships of an operation; where it ships nothing else, what is in force. */
    private String shipped(String operation) {
        var code = code(operation);
        return code == null
                ? ""
                : sight.operations().shipped(code).map(drafts::yaml).orElseGet(() -> yaml(operation));
    }

    private static @Nullable OperationCode code(String text) {
        return OperationCode.fits(text) ? new OperationCode(text) : null;
    }

    private static Course.Kind kind(@Nullable String word) {
        return Arrays.stream(Course.Kind.values())
                .filter(kind -> kind.name().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String target(long number) {
        return "/procedures/" + number + "/edit";
    }
}
