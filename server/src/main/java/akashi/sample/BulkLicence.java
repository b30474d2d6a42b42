package akashi.sample;

import static akashi.sample.BulkRecord.input;

import akashi.operation.OperationCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Driver licences, whose holders have names as frequent as a {@link NameStock} says. */
final class BulkLicence implements BulkRecord {
    static final String JOB = "bulk-persons";

    private static final LocalDate OLDEST = LocalDate.of(1940, 1, 1);
    private static final int DAYS = 24_800;

    private final NameStock names;

    BulkLicence(NameStock names) {
        this.names = names;
    }

    @Override
    public OperationCode operation() {
        return new OperationCode("driver-licence");
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public Map<String, List<String>> inputs(int n) {
        var random = new Random(7_000_000_000L + n);
        var woman = random.nextBoolean();
        var name = names.person(random, woman);
        var issued = LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1_600));
        return Map.ofEntries(
                input("holder.written", name.written()),
                input("holder.kana", name.kana()),
                input("birth", OLDEST.plusDays(random.nextInt(DAYS)).toString()),
                input("sex", woman ? "female" : "male"),
                input("address.prefecture", "青森県"),
                input("address.municipality", SampleNames.municipality(random)),
                input("address.town", SampleNames.town(random)),
                input("number", SampleNames.licence(n)),
                input("kinds", "ordinary"),
                input("firstGranted", issued.minusYears(5).toString()),
                input("issuedOn", issued.toString()),
                input("expires", issued.plusYears(5).toString()),
                input("standing", "valid"));
    }
}
