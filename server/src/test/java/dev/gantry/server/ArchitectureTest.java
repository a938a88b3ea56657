package dev.gantry.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house plan, as rules. */
@AnalyzeClasses(packages = "dev.gantry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "dev.gantry.server";

    @ArchTest
    static final ArchRule theLibraryKnowsNothingOfTheServer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + "..");

    @ArchTest
    static final ArchRule javalinStaysAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".api..", ROOT + ".dialect..", ROOT + ".web..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");

    @ArchTest
    static final ArchRule jettyAndServletsStayAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule onlyTheFetcherGoesToOtherServers = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".fetch..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("okhttp3..");

    @ArchTest
    static final ArchRule commandsStayAtTheEdge = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule figuresAreCountedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.micrometer..");

    @ArchTest
    static final ArchRule onlyTheModelsKnowTheirRuntime = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule videosAreDecodedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".camera..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule camerasKnowNeitherHttpNorCommands = noClasses()
            .that()
            .resideInAPackage(ROOT + ".camera..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".api..", ROOT + ".dialect..", ROOT + ".web..", ROOT + ".http..", ROOT + ".cli..");

    @ArchTest
    static final ArchRule nobodyUsesTheCompositionRoot = noClasses()
            .that()
            .resideInAPackage(ROOT + ".*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule dialectsKnowNeitherTheOwnInterfaceNorThePages = noClasses()
            .that()
            .resideInAPackage(ROOT + ".dialect..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".api..", ROOT + ".web..");

    @ArchTest
    static final ArchRule noPackagesGoInCircles =
            slices().matching("dev.gantry.(**)").should().beFreeOfCycles();
}
