package akashi.reorganization;

import akashi.csv.CsvRows;
import akashi.csv.FileText;
import akashi.organization.AppointmentKind;
import akashi.organization.DutyState;
import akashi.organization.Employment;
import akashi.organization.PostClass;
import akashi.organization.Rank;
import akashi.organization.UnitKind;
import akashi.reorganization.ImportReport.Fault;
import akashi.reorganization.ImportReport.FileRead;
import akashi.reorganization.ImportReport.Repair;
import akashi.reorganization.Line.AppointmentLine;
import akashi.reorganization.Line.DutyLine;
import akashi.reorganization.Line.OrderLine;
import akashi.reorganization.Line.PersonLine;
import akashi.reorganization.Line.PostLine;
import akashi.reorganization.Line.UnitLine;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads import files into lines. Every fault of every line is found in one go; a line with a fault yields nothing. */
final class ImportReader {
    private static final int MOST_LINES = 100_000;
    private static final String UNIT_CODE = "[A-Z0-9-]{1,20}";
    private static final String POST_CODE = "[A-Z0-9/-]{1,30}";

    private final List<Line> lines = new ArrayList<>();
    private final List<FileRead> files = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();

    /** What was read. */
    record Read(List<Line> lines, List<FileRead> files, List<Fault> faults, List<Repair> repairs) {}

    static Read read(List<ImportFile> files) {
        var reader = new ImportReader();
        files.forEach(reader::file);
        return new Read(reader.lines, reader.files, reader.faults, reader.repairs);
    }

    private void file(ImportFile file) {
        switch (FileText.of(file.content())) {
            case FileText.NoText unreadable -> {
                faults.add(fault(file, unreadable));
                files.add(new FileRead(file.name(), null, "", 0));
            }
            case FileText.Text(var text, var encoding) -> file(file, text, encoding);
        }
    }

    private static Fault fault(ImportFile file, FileText.NoText unreadable) {
        var place = new Place(file.name(), unreadable.line());
        return switch (unreadable.reason()) {
            case UTF_16 -> place.fault("", "utf-16");
            case NOT_TEXT -> place.fault("", "not-text");
            case UNDECODABLE -> place.fault("", "undecodable", unreadable.bytes());
        };
    }

    private void file(ImportFile file, String text, String encoding) {
        var body = new Body(file.name());
        int before = faults.size();
        switch (CsvRows.of(text, ',')) {
            case CsvRows.Table(var rows) -> rows.forEach(body::row);
            case CsvRows.Broken(var line, var rows) -> {
                rows.forEach(body::row);
                faults.add(new Place(file.name(), (int) line).fault("", "quotes"));
            }
        }
        if (body.headers.isEmpty() && faults.size() == before) {
            faults.add(new Place(file.name(), 0).fault("", "no-header"));
        }
        files.add(new FileRead(file.name(), body.kind == null ? null : body.kind.message(), encoding, body.count));
    }

    /** One file while it is being read. */
    private final class Body {
        private final String name;
        private List<String> headers = List.of();
        private @Nullable ImportKind kind;
        private int count;

        Body(String name) {
            this.name = name;
        }

        private void row(CsvRows.Row row) {
            int at = (int) row.number();
            if (row.cells().size() == 1 && row.blank()) {
                repairs.add(new Repair(name, at, "", row.cells().getFirst(), ""));
            } else if (headers.isEmpty()) {
                header(row.cells(), at);
            } else if (kind != null && count++ < MOST_LINES) {
                body(kind, row.cells(), at);
            } else if (count == MOST_LINES + 1) {
                faults.add(new Place(name, at).fault("", "too-many-lines", MOST_LINES));
            }
        }

        private void header(List<String> record, int at) {
            headers = record.stream()
                    .map(header -> Normalizer.normalize(header.strip(), Normalizer.Form.NFKC))
                    .toList();
            Set<String> once = new LinkedHashSet<>(headers);
            var place = new Place(name, at);
            kind = ImportKind.of(once).orElse(null);
            if (kind == null) {
                faults.add(place.fault("", "header-unknown"));
                return;
            }
            var expected = kind;
            if (once.size() < headers.size()) {
                faults.add(place.fault("", "header-twice"));
            }
            expected.required().stream()
                    .filter(column -> !once.contains(column))
                    .forEach(column -> faults.add(place.fault(column, "header-missing", column)));
            once.stream()
                    .filter(column -> !expected.required().contains(column))
                    .filter(column -> !expected.optional().contains(column))
                    .forEach(column -> faults.add(place.fault(column, "header-not-known", column)));
        }

        private void body(ImportKind what, List<String> record, int at) {
            var place = new Place(name, at);
            if (record.size() != headers.size()) {
                faults.add(place.fault("", "cells", headers.size(), record.size()));
                return;
            }
            var cells = new HashMap<String, String>();
            for (int n = 0; n < headers.size(); n++) {
                cells.putIfAbsent(headers.get(n), record.get(n));
            }
            int before = faults.size();
            var read = new Cells(place, cells, faults, repairs);
            var typed = switch (what) {
                case UNITS -> unit(read);
                case POSTS -> post(read);
                case PEOPLE -> person(read);
                case APPOINTMENTS -> appointment(read);
                case DUTY -> duty(read);
                case ORDERS -> order(read);
            };
            if (faults.size() == before) {
                typed.ifPresent(lines::add);
            }
        }
    }

    private static Optional<? extends Line> unit(Cells cells) {
        String code = cells.code(Columns.UNIT, UNIT_CODE);
        String name = cells.required(Columns.UNIT_NAME, 100);
        String english = cells.text(Columns.ENGLISH, 100);
        var kind = cells.choice(Columns.KIND, UnitKind.values(), UnitKind::written);
        String parent = cells.codeOrNull(Columns.PARENT, UNIT_CODE);
        int position = cells.number(Columns.POSITION, 0, 100_000);
        var predecessors = cells.codes(Columns.PREDECESSORS, UNIT_CODE);
        var serves = cells.codes(Columns.SERVES, UNIT_CODE);
        String source = cells.text(Columns.SOURCE, 500);
        return cells.span()
                .flatMap(span -> kind.map(known -> new UnitLine(
                        cells.at(),
                        code,
                        name,
                        english,
                        known,
                        parent,
                        position,
                        predecessors,
                        serves,
                        source,
                        false,
                        span)));
    }

    private static Optional<? extends Line> post(Cells cells) {
        String code = cells.code(Columns.POST, POST_CODE);
        String unit = cells.code(Columns.UNIT, UNIT_CODE);
        String title = cells.required(Columns.TITLE, 100);
        String english = cells.text(Columns.ENGLISH, 100);
        var postClass = cells.choice(Columns.POST_CLASS, PostClass.values(), PostClass::written);
        int seats = cells.number(Columns.SEATS, 0, 9_999);
        var codes = cells.codes(Columns.DEPUTIES, POST_CODE);
        var deputies = codes.isEmpty() ? null : codes;
        return cells.span()
                .flatMap(span -> postClass.map(known ->
                        new PostLine(cells.at(), code, unit, title, english, known, seats, deputies, false, span)));
    }

    private static Optional<? extends Line> person(Cells cells) {
        String number = cells.code(Columns.STAFF_NUMBER, UNIT_CODE);
        String name = cells.required(Columns.NAME, 100);
        String kana = cells.kana(Columns.KANA);
        String romaji = cells.text(Columns.ROMAJI, 100);
        var rank = cells.choice(Columns.RANK, Rank.values(), Rank::written);
        var employment = cells.choice(Columns.EMPLOYMENT, Employment.values(), Employment::written);
        var duty = cells.choice(Columns.DUTY_STATE, DutyState.values(), DutyState::written);
        return cells.span()
                .flatMap(span -> rank.flatMap(r -> employment.flatMap(e ->
                        duty.map(d -> new PersonLine(cells.at(), number, name, kana, romaji, r, e, d, false, span)))));
    }

    private static Optional<? extends Line> appointment(Cells cells) {
        String number = cells.code(Columns.STAFF_NUMBER, UNIT_CODE);
        String post = cells.code(Columns.POST, POST_CODE);
        var kind = cells.choice(Columns.APPOINTMENT, AppointmentKind.values(), AppointmentKind::written);
        String document = cells.text(Columns.DOCUMENT, 100);
        return cells.span()
                .flatMap(span ->
                        kind.map(known -> new AppointmentLine(cells.at(), number, post, known, document, span)));
    }

    private static Optional<? extends Line> duty(Cells cells) {
        String unit = cells.code(Columns.UNIT, UNIT_CODE);
        String number = cells.code(Columns.STAFF_NUMBER, UNIT_CODE);
        boolean chief = cells.flag(Columns.CHIEF);
        var starts = cells.time(Columns.STARTS);
        var ends = cells.time(Columns.ENDS);
        if (starts.isEmpty() || ends.isEmpty()) {
            return Optional.empty();
        }
        var longest = Duration.ofDays(3);
        if (!ends.get().isAfter(starts.get())
                || Duration.between(starts.get(), ends.get()).compareTo(longest) > 0) {
            cells.fault(Columns.ENDS, "shift-length", longest.toHours());
            return Optional.empty();
        }
        return Optional.of(new DutyLine(cells.at(), unit, number, chief, starts.get(), ends.get()));
    }

    private static Optional<? extends Line> order(Cells cells) {
        String number = cells.code(Columns.STAFF_NUMBER, UNIT_CODE);
        var order = cells.choice(Columns.ORDER, Order.values(), Order::written);
        String post = cells.codeOrNull(Columns.POST, POST_CODE);
        var rank = cells.text(Columns.RANK, 60).isEmpty()
                ? Optional.<Rank>empty()
                : cells.choice(Columns.RANK, Rank.values(), Rank::written);
        String document = cells.text(Columns.DOCUMENT, 100);
        boolean correction = cells.flag(Columns.CORRECTION);
        return cells.day(Columns.ORDER_DAY)
                .flatMap(day -> order.map(known ->
                        new OrderLine(cells.at(), number, known, post, rank.orElse(null), document, day, correction)));
    }
}
