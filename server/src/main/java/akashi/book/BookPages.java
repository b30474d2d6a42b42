package akashi.book;

import akashi.access.Asker;
import akashi.calendar.JapaneseDates;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.question.Inquiry;
import akashi.result.PastInquiry;
import akashi.result.Results;
import akashi.usage.Gate;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import akashi.web.Languages;
import akashi.web.Messages;
import akashi.web.NotFound;
import akashi.web.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The inquiry book of one unit and day: released page by page, and as CSV. */
@Controller
class BookPages {
    static final String BOOK = "BOOK";
    private static final List<String> ACTS = List.of(Inquiry.EXISTENCE, Inquiry.CONTENT);
    private static final int ROWS = 100;
    private static final int CSV_PAGE = 500;
    private static final int CSV_MOST = 20_000;

    private final Gate gate;
    private final Uses uses;
    private final UsageLog log;
    private final Results results;
    private final Organization organization;
    private final Messages messages;
    private final Clock clock;

    BookPages(
            Gate gate,
            Uses uses,
            UsageLog log,
            Results results,
            Organization organization,
            Messages messages,
            Clock clock) {
        this.gate = gate;
        this.uses = uses;
        this.log = log;
        this.results = results;
        this.organization = organization;
        this.messages = messages;
        this.clock = clock;
    }

    /** One page of a book, as it was released. */
    private record Opened(List<PastInquiry> rows, @Nullable String next) {}

    @GetMapping("/book")
    Reply book(
            Asker asker,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String after) {
        var shown = unit(asker, unit);
        var date = day(day);
        var open = enter(request, shown);
        var page = open(open, shown, date, after, ROWS);
        return new BookPage(
                shown,
                units(asker),
                date,
                JapaneseDates.dateOf(clock.instant()),
                rows(page.rows(), request),
                page.next());
    }

    /** The whole day as CSV; every five hundred lines are a use. */
    @GetMapping("/book.csv")
    Reply csv(
            Asker asker,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String day) {
        var shown = unit(asker, unit);
        var date = day(day);
        var open = enter(request, shown);
        var all = new ArrayList<PastInquiry>();
        String next = null;
        do {
            var page = open(open, shown, date, next, CSV_PAGE);
            all.addAll(page.rows());
            next = page.next();
        } while (next != null && all.size() < CSV_MOST);
        return BookCsv.of(
                "book-" + shown.code() + "-" + date + ".csv", rows(all, request), messages, Languages.of(request));
    }

    private Gate.Open enter(HttpServletRequest request, Unit unit) {
        return switch (gate.ask(request, BOOK, unit.code())) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    private Opened open(Gate.Open open, Unit unit, LocalDate day, @Nullable String after, int rows) {
        var use = Use.of(BOOK, open.actor())
                .decided(open.ruling())
                .stating("unit", unit.code())
                .stating("day", day.toString());
        try {
            var page = log.release(use, uses.book(codes(unit), day, ACTS, after, rows))
                    .value();
            return new Opened(results.withResults(page.uses()), page.next());
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }

    private List<BookRow> rows(List<PastInquiry> past, HttpServletRequest request) {
        var naming = new Naming(organization, results, Languages.of(request));
        return past.stream().map(naming::row).toList();
    }

    /** The unit and everything that belongs to it: a station's book is also that of its boxes. */
    private List<String> codes(Unit unit) {
        var roster = organization.roster();
        return roster.units().stream()
                .filter(other -> roster.within(other.id(), unit.id()))
                .map(Unit::code)
                .toList();
    }

    /** Units whose book the asker may choose: the own 所属 and what belongs to it. */
    private List<Unit> units(Asker asker) {
        var roster = organization.roster();
        var own = roster.command(asker.unit().id()).orElse(asker.unit());
        return roster.units().stream()
                .filter(unit -> roster.within(unit.id(), own.id()))
                .toList();
    }

    private Unit unit(Asker asker, @Nullable String code) {
        var roster = organization.roster();
        return code == null || code.isBlank()
                ? roster.command(asker.unit().id()).orElse(asker.unit())
                : roster.unitByCode(code).orElseThrow(NotFound::new);
    }

    private LocalDate day(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return JapaneseDates.dateOf(clock.instant());
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new NotFound();
        }
    }
}
