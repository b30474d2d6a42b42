package akashi.document;

import akashi.definition.CodeList;
import akashi.definition.FieldType;
import akashi.identity.Parsed;
import akashi.identity.PartialDate;
import akashi.identity.Phone;
import akashi.identity.Plate;
import akashi.operation.Field;
import akashi.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says the values of documents in words, for pages in either language. */
@Component
public class Wording {
    private final Operations operations;

    Wording(Operations operations) {
        this.operations = operations;
    }

    /**
     * What a field says, one text for each of its places; empty where it says nothing. Attachments are not told here.
     */
    public List<String> texts(Field field, Values values, String lang) {
        if (field.type().isAttachment()) {
            return List.of();
        }
        int places = field.inputs().stream()
                .mapToInt(input -> values.all(input).size())
                .max()
                .orElse(0);
        List<String> texts = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            String text = text(field, values, place, lang);
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The same in one line. */
    public String line(Field field, Values values, String lang) {
        return String.join("en".equals(lang) ? ", " : "、", texts(field, values, lang));
    }

    /** What a form offers for a choice. */
    public List<CodeList.Entry> offered(Field field) {
        return field.list().map(ref -> operations.codeList(ref).offered()).orElse(List.of());
    }

    private String text(Field field, Values values, int place, String lang) {
        return switch (field.type()) {
            case PERSON -> person(field, values, place, lang);
            case ARTICLE ->
                joined(
                        lang,
                        code(field, values.at(field.name() + ".kind", place), lang),
                        values.at(field.name() + ".make", place),
                        values.at(field.name() + ".features", place));
            case PLACE ->
                values.at(field.name() + ".prefecture", place)
                        + values.at(field.name() + ".municipality", place)
                        + values.at(field.name() + ".town", place)
                        + values.at(field.name() + ".detail", place);
            case TEXT, DATE, PLATE, LICENCE_NUMBER, RESIDENCE_CARD_NUMBER, SERIAL, PHONE, CHOICE, NUMBER, PHOTO, FILE ->
                plain(field, values.at(field.name(), place), lang);
        };
    }

    private String plain(Field field, String text, String lang) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.equals(Field.UNKNOWN)) {
            return "en".equals(lang) ? "not known" : text;
        }
        if (field.type() == FieldType.CHOICE) {
            return code(field, text, lang);
        }
        if (field.type() == FieldType.DATE) {
            return PartialDate.parse(text) instanceof Parsed.Good<PartialDate>(PartialDate date)
                    ? date(date, lang)
                    : text;
        }
        if (field.type() == FieldType.PLATE) {
            return Plate.parse(text) instanceof Parsed.Good<Plate>(Plate plate) ? plate.display() : text;
        }
        if (field.type() == FieldType.PHONE) {
            return Phone.parse(text) instanceof Parsed.Good<Phone>(Phone phone) ? phone.display() : text;
        }
        if (field.type() == FieldType.NUMBER && field.look().unit() != null) {
            return text + " " + Objects.requireNonNull(field.look().unit()).in(lang);
        }
        return text;
    }

    private static String date(PartialDate date, String lang) {
        return "en".equals(lang) ? date.canonical() : date.display();
    }

    private String code(Field field, String code, String lang) {
        if (code.isEmpty()) {
            return "";
        }
        if (code.equals(Field.UNKNOWN)) {
            return "en".equals(lang) ? "not known" : code;
        }
        return field.list()
                .map(ref -> operations.codeList(ref))
                .map((CodeList list) -> list.labelOf(code, lang))
                .orElse(code);
    }

    private static String person(Field field, Values values, int place, String lang) {
        String written = values.at(field.name() + ".written", place);
        String kana = values.at(field.name() + ".kana", place);
        String romaji = values.at(field.name() + ".romaji", place);
        return joined(lang, written, kana, romaji);
    }

    private static String joined(String lang, String... parts) {
        List<String> said = Stream.of(parts).filter(part -> !part.isEmpty()).toList();
        return switch (said.size()) {
            case 0 -> "";
            case 1 -> said.getFirst();
            default ->
                "en".equals(lang)
                        ? said.getFirst() + " (" + String.join(", ", said.subList(1, said.size())) + ")"
                        : said.getFirst() + "（" + String.join("・", said.subList(1, said.size())) + "）";
        };
    }
}
