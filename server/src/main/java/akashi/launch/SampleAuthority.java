package akashi.launch;

import akashi.duty.SampleDuties;
import akashi.entitlement.SampleEntitlements;
import akashi.transfer.SampleTransfer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Sample appointments, a transfer planned for next spring, a request that waits and a recertification under way. */
@Component
@Profile("demo")
class SampleAuthority {
    private final SampleDuties duties;
    private final SampleTransfer transfer;
    private final SampleEntitlements entitlements;

    SampleAuthority(SampleDuties duties, SampleTransfer transfer, SampleEntitlements entitlements) {
        this.duties = duties;
        this.transfer = transfer;
        this.entitlements = entitlements;
    }

    /** Loads what is not there yet. */
    void load() {
        duties.load();
        transfer.load();
        entitlements.load();
    }
}
