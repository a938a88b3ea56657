package dev.gantry;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.gantry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule VALUES_DEPEND_ON_NOTHING_OF_OURS = noClasses()
            .that()
            .resideInAPackage("dev.gantry.plate")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gantry..").and(not(resideInAPackage("dev.gantry.plate"))));

    @ArchTest
    static final ArchRule PIXELS_KNOW_NO_MODELS = noClasses()
            .that()
            .resideInAPackage("dev.gantry.image")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gantry", "dev.gantry.detect", "dev.gantry.read", "dev.gantry.model");

    @ArchTest
    static final ArchRule DETECTION_KNOWS_NO_READING = noClasses()
            .that()
            .resideInAPackage("dev.gantry.detect")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gantry.read");

    @ArchTest
    static final ArchRule READING_KNOWS_NO_DETECTION = noClasses()
            .that()
            .resideInAPackage("dev.gantry.read")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.gantry.detect");

    @ArchTest
    static final ArchRule MODELS_ARE_RUN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.gantry.model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule JSON_IS_READ_WHERE_FILES_ARE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.gantry.model", "dev.gantry.grammar")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule FORMATS_KNOW_ONLY_VALUES = noClasses()
            .that()
            .resideInAPackage("dev.gantry.grammar")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.gantry..")
                    .and(not(resideInAPackage("dev.gantry.grammar")))
                    .and(not(resideInAPackage("dev.gantry.plate"))));

    @ArchTest
    static final ArchRule TRACKING_KNOWS_NO_MODELS = noClasses()
            .that()
            .resideInAPackage("dev.gantry.track")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.gantry", "dev.gantry.detect", "dev.gantry.read", "dev.gantry.model");

    @ArchTest
    static final ArchRule NO_HTTP_NO_DATABASE = classes()
            .that()
            .resideInAnyPackage(
                    "dev.gantry",
                    "dev.gantry.plate",
                    "dev.gantry.image",
                    "dev.gantry.model",
                    "dev.gantry.detect",
                    "dev.gantry.read",
                    "dev.gantry.grammar",
                    "dev.gantry.track")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.gantry..",
                    "java..",
                    "javax.imageio..",
                    "org.jspecify..",
                    "ai.onnxruntime..",
                    "com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.gantry.(*)").should().beFreeOfCycles();
}
