package akashi.web;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Takes addresses out of what is observed, so that traces carry patterns only: an address may hold a number somebody
 * asked for.
 */
@Component
class WithoutAddresses implements ObservationFilter {
    private static final List<String> ADDRESSES = List.of("http.url", "url.full", "url.path", "url.query");

    WithoutAddresses() {}

    @Override
    public Observation.Context map(Observation.Context context) {
        for (KeyValue value : context.getHighCardinalityKeyValues()) {
            if (ADDRESSES.contains(value.getKey())) {
                context.removeHighCardinalityKeyValue(value.getKey());
            }
        }
        return context;
    }
}
