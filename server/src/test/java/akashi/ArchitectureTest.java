package akashi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import akashi.tlog.Entry;
import akashi.tlog.Ledger;
import akashi.tlog.StoredLogs;
import akashi.web.Reply;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house, each with its reason. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;
    private static final ApplicationModules MODULES = ApplicationModules.of(Akashi.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("akashi")
            .that(DescribedPredicate.not(DescribedPredicate.describe(
                    "templates", type -> type.getSimpleName().endsWith("Generated"))));

    @Test
    void modulesReachOnlyWhatTheyDeclare() {
        MODULES.verify();
    }

    @Test
    void onlySqlClassesSpeakToTheDatabase() {
        noClasses()
                .that(DescribedPredicate.not(sqlClass()))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .because("a statement stands in a *Sql class, where a test must run it")
                .check(CLASSES);
    }

    @Test
    void whoHandlesDocumentsAloneOpensThem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("akashi.record..", "akashi.reading..", "akashi.registration..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("akashi.record.Documents")
                .because("it opens documents before their use is on the ledger; everybody else gets them withheld")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheSystemClock() {
        var now =
                List.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);
        for (var type : now) {
            noClasses()
                    .should()
                    .callMethod(type, "now")
                    .because("time comes through the injected Clock, so that a test can set it")
                    .check(CLASSES);
        }
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("akashi.Akashi")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .because("there is one clock, made by the application")
                .check(CLASSES);
    }

    @Test
    void onlyTheUsageLogWritesTheLedger() {
        noClasses()
                .that(DescribedPredicate.not(resideInAPackage("akashi.usage")))
                .should()
                .callMethod(Ledger.class, "append", Entry.class)
                .orShould()
                .callMethod(Ledger.class, "record", Entry.class, Instant.class)
                .orShould()
                .callMethod(StoredLogs.class, "leave", int.class, UUID.class, Instant.class, Entry.class)
                .because("an entry is a use, and what is withheld is opened by its entry alone")
                .check(CLASSES);
    }

    @Test
    void namesSaySomething() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .because("such a name hides what the class is for")
                .check(CLASSES);
    }

    @Test
    void controllersAreTheModulesOwn() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .and()
                .doNotHaveFullyQualifiedName("akashi.web.Languages")
                .should()
                .notBePublic()
                .because("a module is entered by its facade or by HTTP")
                .check(CLASSES);
    }

    @Test
    void pagesAreTyped() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Controller.class)
                .and()
                .areAnnotatedWith(org.springframework.web.bind.annotation.GetMapping.class)
                .should()
                .haveRawReturnType(DescribedPredicate.describe(
                        "a reply or an entity",
                        type -> type.isAssignableTo(Reply.class)
                                || type.isAssignableTo(org.springframework.http.ResponseEntity.class)))
                .allowEmptyShould(true)
                .because("a page is a record, checked by the compiler together with its template")
                .check(CLASSES);
    }

    @Test
    void wiringIsByConstructor() {
        noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("what a class needs stands in its constructor")
                .check(CLASSES);
    }

    @Test
    void loggersAreConstants() {
        fields().that()
                .haveRawType("org.slf4j.Logger")
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true)
                .because("a logger belongs to the class")
                .check(CLASSES);
    }

    @Test
    void nobodyThrowsTheNamelessException() {
        noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .should()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(Exception.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class, Throwable.class)
                .because("an exception says by its type who must act")
                .check(CLASSES);
    }

    @Test
    void theLedgerLibraryKnowsNoServer() {
        noClasses()
                .that(resideInAPackage("akashi.ledger.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.slf4j..", "java.sql..")
                .because("the verifier must be small enough to be read")
                .check(CLASSES);
    }

    @Test
    void filesStayReadable() throws IOException {
        var long_ = new ArrayList<String>();
        for (var folder : List.of("src/main/java", "../ledger/src/main/java", "../verifier/src/main/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    var lines = Files.readAllLines(file).size();
                    if (lines > LONGEST_FILE) {
                        long_.add(file + " has " + lines + " lines");
                    }
                }
            }
        }
        assertThat(long_)
                .as("files above %d lines are not one thing", LONGEST_FILE)
                .isEmpty();
    }

    private static DescribedPredicate<JavaClass> sqlClass() {
        return DescribedPredicate.describe("a *Sql class", type -> {
            var outer = type;
            while (outer.getEnclosingClass().isPresent()) {
                outer = outer.getEnclosingClass().get();
            }
            return outer.getSimpleName().endsWith("Sql")
                    && !outer.getModifiers().contains(JavaModifier.PUBLIC);
        });
    }
}
