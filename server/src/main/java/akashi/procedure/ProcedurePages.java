package akashi.procedure;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.review.Finding;
import akashi.usage.Gate;
import akashi.web.CsvTable;
import akashi.web.Go;
import akashi.web.Languages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The proposals: which there are, what one says, and each move of it. */
@Controller
class ProcedurePages {
    private static final int LONGEST = 200;
    private static final int LONGEST_NOTE = 2000;

    private final Proposals proposals;
    private final ProposalView view;
    private final Sight sight;

    ProcedurePages(Proposals proposals, ProposalView view, Sight sight) {
        this.proposals = proposals;
        this.view = view;
        this.sight = sight;
    }

    @GetMapping("/procedures")
    Reply list(Asker asker, HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var language = Languages.of(request);
        var today = sight.organization().roster();
        var parted = proposals.latest().stream()
                .collect(Collectors.partitioningBy(whole -> whole.proposal()
                        .next()
                        .filter(move -> Permit.offers(whole, move, asker, today))
                        .isPresent()));
        var page = new ListPage(
                rows(parted.getOrDefault(true, List.of()), language),
                rows(parted.getOrDefault(false, List.of()), language),
                proposals.mayPropose(asker));
        return sight.show(open, "list", page);
    }

    @GetMapping("/procedures.csv")
    Reply csv(HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var language = Languages.of(request);
        var csv = new CsvTable(sight.texts(
                language,
                "procedure.field.title",
                "procedure.kind",
                "operation.name",
                "operation.section",
                "procedure.stage",
                "procedure.next",
                "procedure.proposed",
                "procedure.takes-force"));
        for (var row : rows(proposals.latest(), language)) {
            var proposal = row.proposal();
            var force = proposal.times().takesForce();
            csv.row(List.of(
                    proposal.paper().title(),
                    sight.text("procedure.kind." + proposal.kind(), List.of(), language),
                    row.operation(),
                    row.section(),
                    sight.text("procedure.stage." + proposal.stage().name(), List.of(), language),
                    row.next().isEmpty() ? "" : sight.text("procedure.move." + row.next(), List.of(), language),
                    JapaneseDates.dateOf(proposal.times().proposedAt()).toString(),
                    force == null ? "" : JapaneseDates.dateOf(force).toString()));
        }
        return sight.show(open, "list", csv.download("procedures.csv"));
    }

    private List<ListPage.Row> rows(List<Proposal.Whole> wholes, Locale language) {
        return wholes.stream()
                .map(Proposal.Whole::proposal)
                .map(proposal -> new ListPage.Row(
                        proposal,
                        sight.operation(proposal.operation(), language),
                        sight.unit(proposal.section(), language),
                        proposal.next().map(Enum::name).orElse("")))
                .toList();
    }

    @GetMapping("/procedures/{number:[0-9]{1,9}}")
    Reply one(Asker asker, @PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var page = view.of(whole(number), asker, Languages.of(request));
        return sight.show(open, "proposal " + number, page);
    }

    /** The definition proposed, as it was written. */
    @GetMapping("/procedures/{number:[0-9]{1,9}}/definition.yaml")
    Reply definition(@PathVariable long number, HttpServletRequest request) {
        var open = sight.pass(request, Sight.LOOK);
        var proposal = whole(number).proposal();
        String yaml = proposal.content().yaml();
        if (yaml == null) {
            throw new NotFound();
        }
        var _ = sight.usage()
                .seal(akashi.usage.Use.of(Sight.LOOK, open.actor())
                        .decided(open.ruling())
                        .stating("page", "definition " + number));
        return new akashi.web.Download(
                proposal.operation() + ".yaml",
                "application/yaml; charset=UTF-8",
                yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @PostMapping("/procedures/{number:[0-9]{1,9}}/{step:[a-z-]{4,10}}")
    Reply move(
            Asker asker,
            @PathVariable long number,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request) {
        var move = Arrays.stream(Move.values())
                .filter(one -> word(one).equals(step) && one != Move.EDIT && one != Move.FORCE)
                .findFirst()
                .orElseThrow(NotFound::new);
        var language = Languages.of(request);
        var passage = sight.gate().ask(request, Sight.MOVE, null);
        var whole = whole(number);
        var outcome = switch (passage) {
            case Gate.Shut _ -> {
                var _ = sight.pass(request, Sight.LOOK);
                yield Permit.refusal(whole, move, asker, sight.organization().roster())
                        .<Outcome>map(refused -> refused)
                        .orElseThrow(NotFound::new);
            }
            case Gate.Open open -> {
                var given = given(fields);
                yield given == null
                        ? Outcome.Refused.of("input")
                        : proposals.move(asker, whole, move, given, open.ruling());
            }
        };
        return switch (outcome) {
            case Outcome.Done _ -> Go.to("/procedures/" + number, "procedure.done." + word(move));
            case Outcome.Refused(var key, var args) ->
                view.of(
                        whole(number),
                        asker,
                        language,
                        new ProposalPage.Typed(move, fields),
                        sight.text("procedure.refused." + key, args, language));
            case Outcome.Faulty _ ->
                view.of(
                        whole(number),
                        asker,
                        language,
                        new ProposalPage.Typed(move, fields),
                        sight.text("procedure.refused.faulty", List.of(), language));
        };
    }

    private static @Nullable Given given(MultiValueMap<String, String> fields) {
        String paper = first(fields, "paper");
        String note = first(fields, "note");
        String version = first(fields, "version");
        String date = first(fields, "date");
        if (paper.length() > LONGEST
                || note.length() > LONGEST_NOTE
                || first(fields, "why").length() > LONGEST_NOTE
                || !version.matches("[0-9]{1,9}")) {
            return null;
        }
        try {
            return new Given(
                    Integer.parseInt(version),
                    first(fields, "hash"),
                    paper,
                    note,
                    new Judged(
                            fields.getOrDefault("signed", List.of()).stream()
                                    .filter(one -> one.matches("[0-9]{1,18}"))
                                    .map(Long::valueOf)
                                    .collect(Collectors.toSet()),
                            Arrays.stream(Finding.Manual.values())
                                    .filter(item -> fields.getOrDefault("answered", List.of())
                                            .contains(item.name()))
                                    .collect(Collectors.toSet()),
                            !first(fields, "fits").isEmpty(),
                            !first(fields, "important").isEmpty(),
                            first(fields, "why")),
                    date.isEmpty() ? null : LocalDate.parse(date));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String first(MultiValueMap<String, String> fields, String name) {
        var value = fields.getFirst(name);
        return value == null ? "" : value.strip();
    }

    static String word(Move move) {
        return move.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Proposal.Whole whole(long number) {
        return proposals.one(number).orElseThrow(NotFound::new);
    }
}
