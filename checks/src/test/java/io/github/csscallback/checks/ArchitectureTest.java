package io.github.csscallback.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.github.csscallback";

    private static final JavaClasses libraries = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT + ".core", ROOT + ".receiver", ROOT + ".client", ROOT + ".testkit");

    @Test
    void all_library_modules_are_looked_at() {
        for (String module : List.of(".core", ".client", ".receiver", ".testkit")) {
            assertThat(libraries.that(resideInAPackage(ROOT + module + ".."))).isNotEmpty();
        }
    }

    @Test
    void core_needs_nothing_but_the_jdk() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".core..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", ROOT + ".core.."))
                .check(libraries);
    }

    @Test
    void core_knows_neither_http_nor_files() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".core..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.nio.file..", "java.io.."))
                .check(libraries.that(resideOutsideOfPackages(ROOT + ".core.template..")));
    }

    @Test
    void the_receiver_needs_core_and_slf4j_alone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".receiver..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "com.sun.net.httpserver..",
                        "org.jspecify..",
                        "org.slf4j..",
                        ROOT + ".core..",
                        ROOT + ".receiver.."))
                .check(libraries);
    }

    @Test
    void the_client_needs_core_jackson_and_slf4j_alone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".client..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.fasterxml.jackson..",
                        ROOT + ".core..",
                        ROOT + ".client.."))
                .check(libraries);
    }

    @Test
    void the_testkit_needs_core_jackson_slf4j_and_the_http_server_alone() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".testkit..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.crypto..",
                        "javax.net.ssl..",
                        ROOT + ".receiver.internal.httpserver..",
                        "org.jspecify..",
                        "org.slf4j..",
                        "com.fasterxml.jackson.core..",
                        ROOT + ".core..",
                        ROOT + ".testkit.."))
                .check(libraries.that(resideOutsideOfPackages(ROOT + ".testkit.junit..")));
    }

    @Test
    void only_the_junit_extension_knows_junit_and_only_the_simulator_beside_it() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".testkit.junit..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit..", ROOT + ".testkit.junit.."))
                .check(libraries);
        classes()
                .that()
                .resideInAPackage(ROOT + ".testkit.junit..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "org.junit.jupiter.api..",
                        ROOT + ".testkit.simulator..",
                        ROOT + ".testkit.junit.."))
                .check(libraries);
    }

    @Test
    void receiver_and_client_never_see_each_other() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".receiver..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".client..")
                .check(libraries);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".client..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".receiver..")
                .check(libraries);
    }

    @Test
    void dependencies_between_packages_point_one_way() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(libraries);
    }

    @Test
    void nothing_static_can_change() {
        fields().that().areStatic().should().beFinal().check(libraries);
    }

    @Test
    void libraries_print_nothing() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(libraries);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(libraries);
    }

    @Test
    void nobody_sleeps_but_before_a_retry_sets_properties_of_the_jvm_or_ends_it() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.client\\.retry\\.Sleeper")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(System.class, "setProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(libraries);
    }

    @Test
    void only_servers_timers_and_the_simulator_make_threads() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".client..")
                .and()
                .haveNameNotMatching(".*\\.(BoundedHttpServer|DeadlineTimer|SimulatorThreads).*")
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .check(libraries);
    }
}
