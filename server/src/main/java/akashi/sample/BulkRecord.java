package akashi.sample;

import akashi.operation.OperationCode;
import java.util.List;
import java.util.Map;

/** One kind of generated records; the n-th is always the same. */
interface BulkRecord {
    OperationCode operation();

    /** Name of the background job that loads them; tells how many there are already. */
    String job();

    /** What the n-th says, by input. */
    Map<String, List<String>> inputs(int n);

    static Map.Entry<String, List<String>> input(String name, String value) {
        return Map.entry(name, List.of(value));
    }
}
