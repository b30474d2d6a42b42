package akashi.procedure;

import akashi.access.Asker;
import akashi.account.Device;
import akashi.account.DeviceClass;
import akashi.account.SignedIn;
import akashi.operation.Drafts;
import akashi.operation.OperationCode;
import akashi.operation.Operations;
import akashi.organization.Organization;
import akashi.organization.Person;
import akashi.usage.Use;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sample of {@code demo}: a proposal that waits for its review (見本). */
@Component
@Profile("demo")
class SampleProposal implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SampleProposal.class);
    private static final String SECTION_HEAD = "990010";
    private static final OperationCode WANTED = new OperationCode("wanted");
    private static final Use.Ruling RULING = new Use.Ruling("AK-20", "1", true);

    private final Proposals proposals;
    private final Drafts drafts;
    private final Operations operations;
    private final Organization organization;
    private final Clock clock;
    private volatile boolean running;

    SampleProposal(Proposals proposals, Drafts drafts, Operations operations, Organization organization, Clock clock) {
        this.proposals = proposals;
        this.drafts = drafts;
        this.operations = operations;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public void start() {
        if (proposals.latest().isEmpty()) {
            head().ifPresent(this::propose);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the sample people. */
    @Override
    public int getPhase() {
        return 2100;
    }

    private void propose(Asker head) {
        var version = operations.byCode(WANTED);
        if (version.isEmpty()) {
            return;
        }
        String yaml = drafts.yaml(version.get())
                .replace("urgent: PT10M", "urgent: PT5M")
                .replace("urgent: \"PT10M\"", "urgent: \"PT5M\"");
        var wish = new Wish(
                Course.Kind.CHANGE, WANTED, "至急の確認期限を5分に縮める", "街頭での待ち時間が長いとの声が、利用所属から続いているため（見本）。", null, yaml);
        if (proposals.propose(head, wish, RULING) instanceof Outcome.Done(var number, var _)) {
            for (var move : List.of(Move.CONSULT, Move.REQUEST)) {
                var whole = proposals.one(number).orElseThrow();
                var given = Given.of(whole.proposal(), move == Move.CONSULT ? "刑企第31号" : "刑企第34号", "");
                if (!(proposals.move(head, whole, move, given, RULING) instanceof Outcome.Done)) {
                    LOG.warn("The sample proposal could not be taken to its review");
                    return;
                }
            }
        }
    }

    private Optional<Asker> head() {
        var roster = organization.roster();
        return roster.byStaffNumber(SECTION_HEAD)
                .map(Person::id)
                .flatMap(id -> roster.principalOf(id)
                        .flatMap(held -> roster.post(held.post())
                                .flatMap(post -> roster.unit(held.unit())
                                        .flatMap(unit -> roster.person(id)
                                                .map(person -> new Asker(
                                                        new SignedIn(
                                                                id,
                                                                person.staffNumber(),
                                                                "sample",
                                                                "PC-014",
                                                                clock.instant()),
                                                        person,
                                                        new Asker.Office(held, post, unit),
                                                        List.of(),
                                                        new Device("PC-014", DeviceClass.STATION, unit.id(), "見本"),
                                                        "job"))))));
    }
}
