package akashi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akashi.ModuleTest;
import akashi.TestDatabase;
import akashi.usage.Actor;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class OrganizationTest {
    private final Organization organization;
    private final SampleOrganization sample;
    private final OrganizationImport imports;
    private final JdbcClient jdbc;

    OrganizationTest(
            Organization organization, SampleOrganization sample, OrganizationImport imports, JdbcClient jdbc) {
        this.imports = imports;
        this.organization = organization;
        this.sample = sample;
        this.jdbc = jdbc;
    }

    @Test
    void sampleIsLoadedOnceAndGivesItsCast() {
        var cast = sample.load(Actor.system("sample-test"));
        long generation = organization.generation();
        assertThat(sample.load(Actor.system("sample-test"))).isEqualTo(cast);
        assertThat(organization.generation()).isEqualTo(generation);
        assertThat(cast)
                .extracting(SampleOrganization.SamplePerson::key)
                .startsWith("BOX_OFFICER")
                .contains("AUDITOR");
        assertThat(organization.roster().person(cast.getFirst().person())).isPresent();
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
    void linesCannotBeRewrittenByTheApplication() {
        var file = ImportFiles.utf8("u.csv", "所属コード,所属名,種別,開始日,終了日\nKEEP-1,残る署,警察署,2020-04-01,2024-03-31\n");
        assertThat(imports.apply(List.of(file), Actor.system("sample-test")))
                .isInstanceOf(OrganizationImport.Applied.class);
        refused("update organization_unit_version set name = 'x' where false");
        refused("delete from organization_appointment where false");
        refused("""
                update organization_unit_version set valid_until = '2999-01-01'
                 where unit = (select id from organization_unit where code = 'KEEP-1')
                """);
        refused("""
                update organization_unit_version set valid_until = null
                 where unit = (select id from organization_unit where code = 'KEEP-1')
                """);
    }

    private void refused(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).as(statement).isInstanceOf(DataAccessException.class);
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
