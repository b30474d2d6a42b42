package akashi.batch;

import akashi.access.Asker;
import akashi.organization.Organization;
import akashi.organization.Unit;
import akashi.result.PastInquiry;
import akashi.usage.Gate;
import akashi.usage.Naming;
import akashi.usage.PastUse;
import akashi.usage.Released;
import akashi.usage.UsageLog;
import akashi.usage.Use;
import akashi.usage.Uses;
import akashi.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages of this module need before they show anything: the gate, the entry, and the words. */
@Component
record BatchSight(
        Gate gate,
        UsageLog usage,
        Uses uses,
        BatchTables tables,
        Organization organization,
        BatchRights rights,
        Optional<Naming> naming) {

    /** Passes the gate; everything shut looks like something that is not there. */
    Gate.Open pass(HttpServletRequest request, String act, @Nullable String unit) {
        return switch (gate.ask(request, act, unit)) {
            case Gate.Shut _ -> throw new NotFound();
            case Gate.Open open -> open;
        };
    }

    /** Codes of the 所属 whose matters are the asker's own. */
    List<String> units(Asker asker) {
        var roster = organization.roster();
        return roster.units().stream()
                .filter(unit -> asker.offices()
                        .anyMatch(office -> roster.serves(office.unit().id(), unit.id())))
                .map(Unit::code)
                .toList();
    }

    /** The lines of a list after the entry about reading them is durable: as typed, or as the log still says it. */
    Released<List<BatchPage.Row>> release(Use use, Batch batch) {
        var items = tables.items().of(batch.seq());
        var numbers = items.stream()
                .filter(item -> item.cells().isEmpty())
                .map(Item::done)
                .filter(Objects::nonNull)
                .map(Item.Done::entry)
                .toList();
        return usage.release(
                use.stating("batch", batch.number()), uses.numbered(numbers).map(past -> rows(items, past)));
    }

    String person(String staff, Locale language) {
        var name = naming.map(names -> names.person(staff, language)).orElse("");
        return name.isEmpty() ? staff : name;
    }

    BatchPage.Words words(Batch batch, Locale language) {
        var verdict = batch.verdict();
        return new BatchPage.Words(
                person(batch.owner().staff(), language),
                naming.map(names -> names.unit(batch.owner().unit(), language))
                        .orElse(batch.owner().unit()),
                purpose(batch, language),
                batch.terms().operations().stream()
                        .map(code -> rights.name(code, language.getLanguage()))
                        .toList(),
                verdict == null ? "" : person(verdict.by(), language));
    }

    String purpose(Batch batch, Locale language) {
        var code = batch.terms().purpose();
        return naming.map(names -> names.purpose(code, language)).orElse(code);
    }

    private static List<BatchPage.Row> rows(List<Item> items, List<PastUse> past) {
        Map<String, PastUse> byNumber = past.stream()
                .collect(
                        Collectors.toMap(use -> use.proved().number(), Function.identity(), (a, _) -> a, HashMap::new));
        return items.stream()
                .map(item -> new BatchPage.Row(item.line(), key(item, byNumber), item.done()))
                .toList();
    }

    private static String key(Item item, Map<String, PastUse> byNumber) {
        if (!item.cells().isEmpty()) {
            return item.cells().stream().filter(cell -> !cell.isBlank()).collect(Collectors.joining(" / "));
        }
        var done = item.done();
        var past = done == null ? null : byNumber.get(done.entry());
        return past == null ? "" : String.join(" / ", new PastInquiry(past, null).keys());
    }
}
