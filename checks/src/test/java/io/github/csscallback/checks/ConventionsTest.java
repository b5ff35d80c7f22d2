package io.github.csscallback.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.csscallback.core.event.CallbackEvent;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The conventions of CONTRIBUTING that a program can check, over the main code of all modules. */
class ConventionsTest {

    /** Records of events are not counted: there is one for each event type. */
    private static final int MOST_CLASSES_OF_A_PACKAGE = 22;

    private static final DescribedPredicate<JavaClass> COUNTED = DescribedPredicate.describe(
            "are counted",
            type -> type.getEnclosingClass().isEmpty()
                    && !type.getSimpleName().equals("package-info")
                    && !(type.isRecord() && type.isAssignableTo(CallbackEvent.class)));

    private static final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.csscallback");

    private static final DescribedPredicate<JavaClass> OPTIONAL = assignableTo(Optional.class)
            .or(assignableTo(OptionalInt.class))
            .or(assignableTo(OptionalLong.class))
            .or(assignableTo(OptionalDouble.class))
            .as("Optional");

    private static final DescribedPredicate<JavaMethod> RECORD_ACCESSORS = DescribedPredicate.describe(
            "are accessors of a record",
            method -> method.getOwner().isRecord()
                    && method.getRawParameterTypes().isEmpty()
                    && method.getOwner().tryGetField(method.getName()).isPresent());

    private static final DescribedPredicate<JavaCodeUnit> OPTIONAL_PARAMETER = DescribedPredicate.describe(
            "a parameter of type Optional",
            unit -> unit.getRawParameterTypes().stream().anyMatch(OPTIONAL));

    @Test
    void theMainCodeOfAllModulesIsChecked() {
        for (String module : new String[] {"core", "client", "receiver", "testkit", "cli"}) {
            assertThat(main.stream())
                    .anyMatch(type -> type.getPackageName().startsWith("io.github.csscallback." + module));
        }
    }

    @Test
    void absenceIsNullInDataAndOptionalOnlyTheResultOfALookup() {
        fields().should().notHaveRawType(OPTIONAL).check(main);
        methods().that(RECORD_ACCESSORS).should().notHaveRawReturnType(OPTIONAL).check(main);
        noCodeUnits().that().areNotPrivate().should(have(OPTIONAL_PARAMETER)).check(main);
    }

    @Test
    void exceptionsAndOnlyTheyEndWithException() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .haveSimpleNameEndingWith("Exception")
                .check(main);
        classes()
                .that()
                .haveSimpleNameEndingWith("Exception")
                .should()
                .beAssignableTo(Throwable.class)
                .check(main);
    }

    @Test
    void noClassIsNamedAfterNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Impl)")
                .check(main);
    }

    @Test
    void noPackageHasTooManyClasses() {
        TreeMap<String, Long> sizes =
                main.stream().filter(COUNTED).collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        sizes.values().removeIf(size -> size <= MOST_CLASSES_OF_A_PACKAGE);

        assertThat(sizes).isEmpty();
    }
}
