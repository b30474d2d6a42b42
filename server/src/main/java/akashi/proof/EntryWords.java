package akashi.proof;

import akashi.usage.Forgetting;
import akashi.usage.Naming;
import akashi.usage.PastUse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules above know about an entry, put together for its page. */
@Component
class EntryWords {
    private final Receipts receipts;
    private final ObjectProvider<Naming> naming;
    private final ObjectProvider<Forgetting> forgetting;

    EntryWords(Receipts receipts, ObjectProvider<Naming> naming, ObjectProvider<Forgetting> forgetting) {
        this.receipts = receipts;
        this.naming = naming;
        this.forgetting = forgetting;
    }

    EntryPage page(PastUse use) {
        var erasures = forgetting.getIfAvailable();
        var erased = use.particulars() != null || erasures == null
                ? null
                : erasures.how(use.proved()).orElse(null);
        return new EntryPage(use, receipts.drawing(use.proved()).orElse(null), erased, naming.getIfAvailable());
    }
}
