package akashi.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteSettingsTest {
    private static final String REMOTE = "jdbc:postgresql://db.example.jp/akashi?sslmode=verify-full";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                REMOTE,
                "jdbc:postgresql://db.example.jp:5433/akashi?sslrootcert=/etc/ca.pem&sslmode=verify-full",
                "jdbc:postgresql://[2001:db8::1]/akashi?sslmode=verify-full",
                "jdbc:postgresql://localhost/akashi",
                "jdbc:postgresql://127.0.0.1:5432/akashi",
                "jdbc:postgresql://[::1]/akashi?ApplicationName=akashi"
            })
    void anAddressThatIsSafeIsTaken(String url) {
        assertThat(faultsOfUrl(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example.jp/akashi",
                "jdbc:postgresql://db.example.jp/akashi?sslmode=require",
                "jdbc:postgresql://db.example.jp/akashi?sslmode=verify-ca",
                "jdbc:postgresql://db.example.jp/akashi?ApplicationName=sslmode=verify-full",
                "jdbc:postgresql://localhost.example.jp/akashi",
                "jdbc:postgresql://127.0.0.1.example.jp/akashi"
            })
    void anotherMachineIsReachedByVerifiedEncryptionOnly(String url) {
        assertThat(faultsOfUrl(url)).singleElement().asString().contains("AKASHI_DB_URL", "sslmode=verify-full");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://a.example.jp,b.example.jp/akashi?sslmode=verify-full",
                "jdbc:postgresql://localhost:5432,localhost:5433/akashi"
            })
    void severalHostsAreRefused(String url) {
        assertThat(faultsOfUrl(url)).singleElement().asString().contains("several hosts", "二つ以上");
    }

    @Test
    void aNameOrPasswordInTheAddressIsRefused() {
        assertThat(faultsOfUrl(REMOTE + "&user=postgres&password=x"))
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("user=", "AKASHI_DB_USER"))
                .anySatisfy(fault -> assertThat(fault).contains("password=", "AKASHI_DB_PASSWORD_FILE"));
        assertThat(faultsOfUrl("jdbc:postgresql://postgres:x@db.example.jp/akashi?sslmode=verify-full"))
                .singleElement()
                .asString()
                .contains("not written as it must be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "sslhostnameverifier=x",
                "options=-c%20synchronous_commit=off",
                "socketFactory=x",
                "service=other",
                "sslmode=disable",
                "%73slmode=disable"
            })
    void anOptionThatCouldWeakenTheConnectionIsRefused(String option) {
        assertThat(faultsOfUrl(REMOTE + "&" + option))
                .singleElement()
                .asString()
                .startsWith("AKASHI_DB_URL:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "postgres://db/akashi", "jdbc:postgresql:akashi", "jdbc:postgresql:///akashi", "jdbc:h2:mem"
            })
    void whatIsNoAddressNamesAnExample(String url) {
        assertThat(faultsOfUrl(url)).singleElement().asString().contains(DatabaseUrl.EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "postgres",
                "akashi_app",
                "passwordpassword",
                "aaaaaaaaaaaaaaaa",
                DemoData.PASSWORD,
                "Changemechangeme"
            })
    void aDefaultOrShortSecretIsRefused(String secret) {
        assertThat(faultsOf(Map.of("AKASHI_DB_PASSWORD", secret), settings -> settings.secret("AKASHI_DB_PASSWORD")))
                .singleElement()
                .asString()
                .startsWith("AKASHI_DB_PASSWORD:")
                .doesNotContain(secret + " ");
    }

    @Test
    void aSecretInAFileOthersMayReadIsRefused() throws IOException {
        var file = secretFile("rw-r-----");
        var environment = Map.of("AKASHI_DB_PASSWORD_FILE", file.toString());

        assertThat(faultsOf(environment, settings -> settings.secret("AKASHI_DB_PASSWORD")))
                .singleElement()
                .asString()
                .contains("AKASHI_DB_PASSWORD_FILE", "chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(faultsOf(environment, settings -> settings.secret("AKASHI_DB_PASSWORD")))
                .isEmpty();
        assertThat(new SiteSettings(environment).secret("AKASHI_DB_PASSWORD")).isEqualTo("k3y-made-at-random");
    }

    @Test
    void aSecretsFileThatIsNotThereIsNamed() {
        var environment =
                Map.of("AKASHI_DB_PASSWORD_FILE", folder.resolve("none").toString());

        assertThat(faultsOf(environment, settings -> settings.secret("AKASHI_DB_PASSWORD")))
                .singleElement()
                .asString()
                .contains("AKASHI_DB_PASSWORD_FILE", "cannot be read");
    }

    @Test
    void everyFaultIsListedAtOnceInBothLanguages() {
        var settings = new SiteSettings(Map.of("AKASHI_PORT", "abc", "AKASHI_DB_PASSWORD", "x"));
        var _ = settings.databaseUrl();
        var _ = settings.secret("AKASHI_DB_PASSWORD");
        var _ = settings.port("AKASHI_PORT", 8443);
        var _ = settings.port("AKASHI_PORT", 8443);

        assertThat(settings.faults()).hasSize(3);
        assertThatThrownBy(settings::refuseFaults)
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll(
                        "AKASHI_DB_URL", "AKASHI_DB_PASSWORD", "AKASHI_PORT", "直すところが 3 件", "to be mended: 3");
    }

    @Test
    void mistypedNamesAndNamesThatChangeWhatWasCheckedAreRefused() {
        var environment = new HashMap<String, String>();
        environment.put("AKASHI_TERMNAL_SOURCE", "address");
        environment.put("SPRING_DATASOURCE_HIKARI_JDBC_URL", "jdbc:postgresql://elsewhere/akashi");
        environment.put("SERVER_SSL_ENABLED", "false");
        environment.put("LOGGING_LEVEL_ROOT", "trace");
        environment.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "*");
        environment.put("HOME", "/root");

        assertThat(faults(environment, SiteSettings::refuseUnknown))
                .hasSize(5)
                .noneSatisfy(fault -> assertThat(fault).startsWith("HOME"));
    }

    @Test
    void lengthsOfTimeAndNumbersAreLookedAt() {
        assertThat(faults(Map.of("AKASHI_ACCOUNT_IDLE", "soon"), settings -> settings.duration("AKASHI_ACCOUNT_IDLE")))
                .hasSize(1);
        assertThat(faults(Map.of("AKASHI_ACCOUNT_IDLE", "0s"), settings -> settings.duration("AKASHI_ACCOUNT_IDLE")))
                .hasSize(1);
        assertThat(faults(Map.of("AKASHI_ACCOUNT_IDLE", "45m"), settings -> settings.duration("AKASHI_ACCOUNT_IDLE")))
                .isEmpty();
        assertThat(faultsOf(Map.of("AKASHI_PORT", "65536"), settings -> settings.port("AKASHI_PORT", 1)))
                .hasSize(1);
    }

    @Test
    void theDocumentDescribesEverySettingAndNoOther() throws IOException {
        var document = Files.readString(Path.of("../docs/settings.md"));
        var named = Pattern.compile("`(AKASHI_[A-Z_]+)`")
                .matcher(document)
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(Known.NAMES).allSatisfy(name -> assertThat(named).contains(name));
        assertThat(named).allSatisfy(name -> assertThat(Known.NAMES).contains(name));
    }

    private Path secretFile(String rights) throws IOException {
        var file = Files.writeString(folder.resolve("secret"), "k3y-made-at-random\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
    }

    private static List<String> faultsOfUrl(String url) {
        return faultsOf(Map.of("AKASHI_DB_URL", url), SiteSettings::databaseUrl);
    }

    private static List<String> faultsOf(Map<String, String> environment, Function<SiteSettings, Object> reading) {
        var settings = new SiteSettings(environment);
        var _ = reading.apply(settings);
        return settings.faults();
    }

    private static List<String> faults(Map<String, String> environment, Consumer<SiteSettings> reading) {
        var settings = new SiteSettings(environment);
        reading.accept(settings);
        return settings.faults();
    }
}
