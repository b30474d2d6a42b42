package akashi.notice;

import akashi.definition.Label;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;

/**
 * A part of an implementation rule (実施要領の章). The list is data ({@code rule-sections.txt}); its source is the pattern of
 * published rules (DOMAIN 2.2).
 *
 * @param needed whether a rule without it is not approved
 * @param headings how a text may call it, without blanks and in lower case
 */
record Section(String code, boolean needed, Label name, List<String> headings) {
    private static final List<Section> ALL = load();

    Section {
        headings = List.copyOf(headings);
    }

    /** In the order in which a rule says them. */
    static List<Section> all() {
        return ALL;
    }

    /**
     * The section a line begins, such as {@code 第６ 運用時間}, {@code # Purpose} or {@code 3. 用語}; empty for other lines.
     */
    static Optional<Section> begunBy(String line) {
        var plain = plain(line.strip().replaceFirst("^(#+|第?[0-9０-９]{1,2}[.．、:： 　]*)\\s*", ""));
        boolean marked = !plain.equals(plain(line.strip()));
        return ALL.stream()
                .filter(section -> marked && section.headings().contains(plain))
                .findFirst();
    }

    private static List<Section> load() {
        var all = new ArrayList<Section>();
        try (var content = new ClassPathResource("akashi/notice/rule-sections.txt").getInputStream()) {
            for (var line : new String(content.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    all.add(read(line));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The list of sections is not in the program", e);
        }
        return List.copyOf(all);
    }

    private static Section read(String line) {
        var cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        var headings = new ArrayList<String>();
        headings.add(plain(cells.get(2)));
        headings.add(plain(cells.get(3)));
        for (var other : cells.get(4).split(",", -1)) {
            headings.add(plain(other));
        }
        return new Section(cells.get(0), cells.get(1).equals("yes"), new Label(cells.get(2), cells.get(3)), headings);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s　]+", "").toLowerCase(Locale.ROOT);
    }
}
