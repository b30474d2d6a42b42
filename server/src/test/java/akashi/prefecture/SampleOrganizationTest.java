package akashi.prefecture;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.organization.Organization;
import akashi.usage.Actor;
import org.junit.jupiter.api.Test;

@ModuleTest
class SampleOrganizationTest {
    private final Organization organization;
    private final SampleOrganization sample;

    SampleOrganizationTest(Organization organization, SampleOrganization sample) {
        this.organization = organization;
        this.sample = sample;
    }

    @Test
    void sampleIsLoadedOnceAndGivesItsCast() {
        var cast = sample.load(Actor.system("sample-test"));
        long generation = organization.generation();
        assertThat(sample.load(Actor.system("sample-test"))).isEqualTo(cast);
        assertThat(organization.generation()).isEqualTo(generation);
        assertThat(cast)
                .hasSameSizeAs(SampleCast.PARTS)
                .extracting(SampleOrganization.SamplePerson::key)
                .startsWith("BOX_OFFICER")
                .contains("AUDITOR");
        assertThat(organization.roster().person(cast.getFirst().person())).isPresent();
    }
}
