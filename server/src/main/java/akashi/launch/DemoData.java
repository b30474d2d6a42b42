package akashi.launch;

import akashi.account.Accounts;
import akashi.account.DeviceClass;
import akashi.notice.SampleRules;
import akashi.organization.Organization;
import akashi.organization.UnitId;
import akashi.prefecture.SampleOrganization;
import akashi.prefecture.SampleOrganization.SamplePerson;
import akashi.sample.BulkRecords;
import akashi.sample.Golden;
import akashi.sample.SampleRecords;
import akashi.terminal.Terminals;
import akashi.usage.Actor;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * The sample data of {@code demo}: a prefecture, its staff, three terminals and records, all generated and marked as
 * samples (見本). Loading again changes nothing, so a start after a kill goes on where the last one stopped. Nobody can
 * ask before it is done: 該当なし from a half-loaded register would be a wrong answer.
 */
@Component
@Profile("demo")
class DemoData implements SmartLifecycle {
    /** Password of every sample account; {@code serve} refuses it. */
    static final String PASSWORD = "mihon-2026-akashi";

    private static final Actor LOADER = Actor.system("demo");

    private final SampleOrganization prefecture;
    private final Organization organization;
    private final Accounts accounts;
    private final Terminals terminals;
    private final SampleRecords samples;
    private final BulkRecords bulk;
    private final SampleRules rules;
    private final SampleAuthority authority;
    private final int records;
    private final int persons;
    private final DataSource owner;
    private List<SamplePerson> people = List.of();
    private List<Golden> golden = List.of();
    private volatile boolean running;

    DemoData(
            SampleOrganization prefecture,
            Organization organization,
            Accounts accounts,
            Terminals terminals,
            SampleRecords samples,
            BulkRecords bulk,
            SampleRules rules,
            SampleAuthority authority,
            @Value("${akashi.demo.records:0}") int records,
            @Value("${akashi.demo.persons:0}") int persons,
            @Value("${akashi.demo.owner-password:}") String password,
            @Value("${spring.datasource.url}") String url) {
        this.prefecture = prefecture;
        this.organization = organization;
        this.accounts = accounts;
        this.terminals = terminals;
        this.samples = samples;
        this.bulk = bulk;
        this.rules = rules;
        this.authority = authority;
        this.records = records;
        this.persons = persons;
        this.owner = new DriverManagerDataSource(url, "akashi_owner", password);
    }

    @Override
    public void start() {
        people = prefecture.load(LOADER);
        loadTerminals();
        for (var person : people) {
            if (!accounts.has(person.person())) {
                accounts.open(person.person(), PASSWORD);
            }
        }
        rules.load(LOADER);
        authority.load();
        golden = samples.load(people.stream().map(SamplePerson::person).toList());
        bulk.load(records, persons, owner);
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

    /** After the ledger and the operations, before the web server, which starts in the last phases. */
    @Override
    public int getPhase() {
        return 2000;
    }

    /** The people who can sign in, in the order to be shown; empty before loading. */
    List<SamplePerson> people() {
        return people;
    }

    /** Samples worth asking about; empty before loading. */
    List<Golden> golden() {
        return golden;
    }

    private void loadTerminals() {
        if (!terminals.all().isEmpty()) {
            return;
        }
        var roster = organization.roster();
        for (var sample : List.of(
                new SampleTerminal("PC-014", DeviceClass.STATION, "STATION_SUPERVISOR", "八戸警察署 1階"),
                new SampleTerminal("PC-C07", DeviceClass.IN_CAR, "PATROL_OFFICER", "八戸1号車"),
                new SampleTerminal("SC-101", DeviceClass.HQ, "INQUIRY_CENTRE", "警察本部 照会センター"))) {
            var _ = terminals.register(
                    sample.number(),
                    sample.kind(),
                    unitOf(sample.keeper()),
                    sample.place(),
                    null,
                    roster.date(),
                    LOADER);
        }
    }

    /** The unit in which the sample person with this part works. */
    private UnitId unitOf(String part) {
        var roster = organization.roster();
        return people.stream()
                .filter(person -> person.key().startsWith(part))
                .flatMap(person -> roster.appointmentsOf(person.person(), roster.date()).stream())
                .findFirst()
                .flatMap(appointment -> roster.post(appointment.post()))
                .orElseThrow(() -> new IllegalStateException("The sample prefecture has nobody as " + part))
                .unit();
    }

    /** @param keeper part of the sample person in whose unit it stands */
    private record SampleTerminal(String number, DeviceClass kind, String keeper, String place) {}
}
