package akashi.notice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of an implementation rule, section by section. */
record RuleText(Map<String, String> sections) {
    /** Characters of one section. */
    static final int LONGEST = 8000;

    RuleText {
        sections = Map.copyOf(sections);
    }

    String of(Section section) {
        return sections.getOrDefault(section.code(), "");
    }

    /** The paragraphs of a section. */
    List<String> paragraphs(Section section) {
        return of(section).lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * The needed sections that say nothing.
     *
     * @param manual whether it is a handling manual, which needs some text and no certain sections
     */
    List<Section> missing(boolean manual) {
        if (manual && Section.all().stream().anyMatch(section -> !of(section).isBlank())) {
            return List.of();
        }
        return Section.all().stream()
                .filter(section -> section.needed() && of(section).isBlank())
                .toList();
    }

    /** One text for a digest: every section in order. */
    String canonical() {
        var all = new StringBuilder();
        Section.all()
                .forEach(section -> all.append(section.code())
                        .append('\n')
                        .append(of(section))
                        .append('\u0000'));
        return all.toString();
    }

    /**
     * Takes a pasted or uploaded text apart at its headings. What stands before the first heading is refused with the
     * text as a whole, because nobody may lose a line unseen.
     *
     * @return empty where a line stands before the first heading
     */
    static Optional<RuleText> read(String text) {
        var sections = new LinkedHashMap<String, String>();
        Section current = null;
        for (var line : text.lines().toList()) {
            var begun = Section.begunBy(line);
            if (begun.isPresent()) {
                current = begun.get();
                var _ = sections.putIfAbsent(current.code(), "");
            } else if (current != null) {
                sections.merge(current.code(), line, (before, next) -> before.isEmpty() ? next : before + "\n" + next);
            } else if (!line.isBlank()) {
                return Optional.empty();
            }
        }
        sections.replaceAll((_, said) -> said.strip());
        return current == null ? Optional.empty() : Optional.of(new RuleText(sections));
    }
}
