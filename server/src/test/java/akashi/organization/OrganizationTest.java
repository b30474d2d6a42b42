package akashi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import akashi.ModuleTest;
import akashi.TestDatabase;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@ModuleTest
class OrganizationTest {
    private final Organization organization;

    OrganizationTest(Organization organization) {
        this.organization = organization;
    }

    @Test
    void changeByAnotherNodeIsSeenWithTheNextLook() throws SQLException {
        var before = organization.roster();
        try (var owner = DriverManager.getConnection(TestDatabase.url("akashi_owner"));
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate("update organization_generation set number = number + 1"))
                    .isEqualTo(1);
        }
        organization.look();
        assertThat(organization.generation()).isGreaterThan(before.generation());
    }

    @Test
    void ranksCompareAcrossEmployment() {
        assertThat(Rank.SUBSECTION_CHIEF.atLeast(Rank.ASSISTANT_INSPECTOR)).isTrue();
        assertThat(Rank.SERGEANT.atLeast(Rank.ASSISTANT_INSPECTOR)).isFalse();
        assertThat(Rank.SENIOR_SUPERINTENDENT.atLeast(Rank.COUNSELLOR)).isTrue();
        assertThat(Rank.NONE.atLeast(Rank.POLICE_OFFICER)).isFalse();
        assertThat(Rank.named("警部補")).contains(Rank.ASSISTANT_INSPECTOR);
    }
}
