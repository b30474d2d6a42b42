package akashi.e2e;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the forms of all pages by following links, and sends each with hostile text in one field after the other,
 * everything else as the form has it. A field of the same form is tried once, by whoever comes to it first. Everything
 * that is wrong is kept, so that one run tells all.
 */
final class Sweep {
    /** Stands in every hostile text. */
    static final String MARK = "Qz7Kw";

    private static final String RAW = "<script>alert('" + MARK;
    private static final String MARKUP =
            "'\"); drop table record; --" + RAW + "')</script><img src=x onerror=alert(1)>${7*7}\uD83D\uDE00";
    private static final String CHARACTERS = MARK + "\u202Ea\u200Fb\u0000\uFFFE\u0378\uD800";
    private static final String LONG = MARK + "長".repeat(21_845);
    private static final String LONG_ENOUGH = MARK + "長".repeat(500);
    private static final Pattern TOLD = Pattern.compile("role=\"alert\"|class=\"error\"|class=\"field-error\"");

    private static final int MOST_PAGES = 400;

    /** What is not typed: token and owner. */
    private static final Set<String> LEFT_ALONE = Set.of("_csrf", "_as");

    private static final List<String> WAYS_OUT = List.of("/sign-out", "/language", "/password", "/terminals/choose");

    /** What would take away the terminal or the account itself: there every field is spoilt at once. */
    private static final List<String> AT_ONCE = List.of("/terminals/one", "/accounts/close", "/accounts/code");

    private final Program program;
    private final Set<String> fields = new HashSet<>();
    private final TreeSet<String> actions = new TreeSet<>();
    private final List<String> faults = new ArrayList<>();
    private int pagesRead;
    private int sent;

    Sweep(Program program) {
        this.program = program;
    }

    Set<String> fields() {
        return fields;
    }

    Set<String> actions() {
        return actions;
    }

    List<String> faults() {
        return faults;
    }

    /** Everything this person can reach. */
    void by(String staffNumber) throws IOException, InterruptedException {
        try (var pages = new Pages(program).signIn(staffNumber)) {
            var open = new ArrayDeque<>(List.of("/"));
            var visited = new HashSet<String>();
            while (!open.isEmpty()) {
                var path = open.removeFirst();
                if (!visited.add(pattern(path))) {
                    continue;
                }
                if (visited.size() > MOST_PAGES) {
                    faults.add(staffNumber + " finds no end of pages, among the last " + path);
                    return;
                }
                var page = pages.open(path);
                pagesRead++;
                check(page, staffNumber + " GET " + path);
                if (page.status() != 200 && page.status() != 404) {
                    faults.add(staffNumber + " GET " + path + " answers " + page.status());
                }
                if (page.path().startsWith("/sign-in")) {
                    faults.add(staffNumber + " was put out at " + path);
                    return;
                }
                follow(page, open);
                for (var form : page.forms()) {
                    spoil(pages, form, staffNumber, open);
                }
                for (var form : page.searches()) {
                    spoil(pages, form, staffNumber, open);
                }
            }
        }
    }

    private void spoil(Pages pages, Pages.Form form, String staffNumber, ArrayDeque<String> open)
            throws IOException, InterruptedException {
        if (WAYS_OUT.stream().anyMatch(form.action()::startsWith)) {
            return;
        }
        var action = pattern(form.action());
        var typed = form.fields().keySet().stream()
                .filter(field -> !LEFT_ALONE.contains(field))
                .filter(field -> fields.add(action + " " + field))
                .toList();
        for (var text : List.of(MARKUP, CHARACTERS, form.asks() ? LONG_ENOUGH : LONG)) {
            if (AT_ONCE.stream().anyMatch(form.action()::startsWith)) {
                var all = new LinkedHashMap<String, String>();
                typed.forEach(field -> all.put(field, text));
                if (!all.isEmpty()) {
                    answered(pages.send(form, all), form, staffNumber + " " + action + " (all fields)", open);
                }
            } else {
                for (var field : typed) {
                    answered(
                            pages.send(form, Map.of(field, text)),
                            form,
                            staffNumber + " " + action + " " + field + "=" + text.substring(0, 8),
                            open);
                }
            }
        }
        for (var file : form.files()) {
            if (fields.add(action + " file " + file)) {
                for (var content : List.of(MARKUP + "," + MARKUP + "\r\n" + MARKUP, CHARACTERS, LONG)) {
                    answered(
                            pages.upload(form, file, "<script>" + MARK + ".csv", content),
                            form,
                            staffNumber + " " + action + " file " + file,
                            open);
                }
            }
        }
    }

    private void answered(Pages.Page page, Pages.Form form, String what, ArrayDeque<String> open) {
        sent++;
        actions.add(pattern(form.action()));
        check(page, what);
        if (page.status() >= 400
                && page.text().startsWith("<!DOCTYPE html>")
                && !TOLD.matcher(page.text()).find()) {
            faults.add(what + " is refused with " + page.status() + " and no word why");
        }
        follow(page, open);
    }

    /** No fault of the program, text stays text, and each form of the page is one this sweep can read. */
    private void check(Pages.Page page, String what) {
        if (page.status() >= 500) {
            faults.add(what + " answers " + page.status());
        }
        if (!page.text().startsWith("<!DOCTYPE html>")) {
            return; // a file to keep, as it was made
        }
        for (var bad : List.of(RAW, "<script>" + MARK, "<img src=x", "&gt;49", "Exception", "org.springframework")) {
            if (page.text().contains(bad)) {
                faults.add(what + " shows " + bad);
            }
        }
        var read = page.forms().size() + page.searches().size();
        if (page.formTags() != read) {
            faults.add(what + " has " + page.formTags() + " forms, of which this test can read " + read);
        }
    }

    private static void follow(Pages.Page page, ArrayDeque<String> open) {
        page.links().stream().filter(Sweep::followed).forEach(open::addLast);
    }

    private static boolean followed(String path) {
        return !path.startsWith("/css/")
                && !path.startsWith("/js/")
                && !path.startsWith("/img/")
                && !path.contains(".csv")
                && !path.contains(MARK)
                && WAYS_OUT.stream().noneMatch(path::startsWith);
    }

    /** Addresses that differ in what is looked at only lead to the same page. */
    private static String pattern(String path) {
        return path.replaceAll("#.*", "")
                .replaceAll("version=[0-9a-f]+", "version")
                .replaceAll("(operation|unit|asOf|day|from|back|q|number)=[^&]*", "$1")
                .replaceAll("(?<=/codes/)[^/?]+", "n")
                .replaceAll("(?<=/(operations|golden|improvement|units)/)[^/?]+(?=$|[?/])", "n")
                .replaceAll("\\d+", "n")
                .replaceAll("(?<=/(records|confirmations)/[a-z-]{3,30}/)[^/?]+", "n");
    }

    @Override
    public String toString() {
        return "%d pages read, %d forms with %d fields, sent %d times"
                .formatted(pagesRead, actions.size(), fields.size(), sent);
    }
}
