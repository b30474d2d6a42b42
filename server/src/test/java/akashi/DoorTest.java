package akashi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/**
 * A module test with the outer door and the decision: sessions, CSRF and the gate guard every page without being called
 * by name, so the module under test does not bring them along by itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"web", "account", "access", "operation", "organization", "reorganization", "prefecture"})
@AutoConfigureMockMvc
@Import({TestDatabase.class, TestLedger.class})
public @interface DoorTest {}
