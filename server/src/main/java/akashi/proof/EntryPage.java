package akashi.proof;

import akashi.calendar.JapaneseDates;
import akashi.usage.Actor;
import akashi.usage.Forgetting;
import akashi.usage.Naming;
import akashi.usage.PastUse;
import akashi.usage.Use;
import akashi.web.Page;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One entry of one's own, in plain words.
 *
 * @param proof that it stands on the ledger; null while no checkpoint covers it
 * @param erased how the private part was erased; null where it was not, or no erasure says so
 * @param naming says codes in words; null where no module above does
 */
record EntryPage(
        PastUse use,
        @Nullable ProofDrawing proof,
        Forgetting.@Nullable Erased erased,
        @Nullable Naming naming) implements Page {
    /** Key of what became of the private part. */
    String gone() {
        if (erased == null) {
            return "proof.entry.missing";
        }
        return erased.ordered() ? "proof.entry.erased-by-order" : "proof.entry.erased";
    }

    /** When it was erased, as the page says times; empty where nobody knows. */
    String goneAt(Locale language) {
        return erased == null ? "" : JapaneseDates.format(erased.at(), language);
    }

    /** Name of the unit, or its code. */
    String unit(Actor actor, Locale language) {
        return naming == null ? actor.unit() : naming.unit(actor.unit(), language);
    }

    /** Rank and name of the person, empty where nobody has the number today. */
    String person(Actor actor, Locale language) {
        return naming == null ? "" : naming.person(actor.staffNumber(), language);
    }

    /** Name of the operation, or its code. */
    String operation(Use.Consulted consulted, Locale language) {
        return naming == null ? consulted.operation() : naming.operation(consulted.operation(), language);
    }

    /** The purpose in words, or its code; empty where there was none. */
    String purpose(Locale language) {
        var code = use.grounds().purpose();
        if (code == null) {
            return "";
        }
        return naming == null ? code : naming.purpose(code, language);
    }

    @Override
    public String template() {
        return "proof/entry";
    }

    @Override
    public String title() {
        return "proof.entry.title";
    }

    @Override
    public List<Object> titleArgs() {
        return List.of(use.proved().number());
    }
}
