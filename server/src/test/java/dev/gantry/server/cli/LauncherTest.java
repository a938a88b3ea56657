package dev.gantry.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, run in a copy of the project with made-up JDKs and a made-up Maven. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final List<String> TOOLS =
            List.of("sh", "cat", "dirname", "find", "head", "mkdir", "mv", "readlink", "rm", "rmdir", "sed", "sleep");
    private static final String PLACES_OF_JDKS =
            "/usr/lib/jvm|/usr/java|/opt/java|/opt/jdk|/Library/Java|/opt/homebrew|/usr/local/opt";

    @TempDir
    Path temporary;

    private Path project;
    private Path home;
    private Path bin;

    @BeforeEach
    void layOutProject() throws IOException {
        project = Files.createDirectories(temporary.resolve("my gantry"));
        home = Files.createDirectories(temporary.resolve("home"));
        bin = Files.createDirectories(temporary.resolve("bin"));
        // Of the machine only the basic tools remain: its own JDKs and Maven are out of sight.
        for (String tool : TOOLS) {
            var found = Stream.of("/usr/bin", "/bin")
                    .map(directory -> Path.of(directory, tool))
                    .filter(Files::exists)
                    .findFirst();
            script(bin.resolve(tool), "#!/bin/sh\nexec " + found.orElseThrow() + " \"$@\"\n");
        }
        script(
                project.resolve("gantry"),
                Files.readString(Path.of("..", "gantry")).replaceAll(PLACES_OF_JDKS, "/nowhere"));
        for (String module : List.of("server", "recognition", "rendering", "training")) {
            Files.createDirectories(project.resolve(module + "/src/main/java"));
            Files.writeString(project.resolve(module + "/pom.xml"), "<project/>");
        }
        Files.writeString(project.resolve("pom.xml"), "<project/>");
    }

    @Test
    void buildsOnceAndPassesItsArgumentsOn() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25.0.3");
        maven();

        var first = launch("recognize", "a b.jpg", "--format", "csv");
        var second = launch("--help");

        assertThat(first.code()).isZero();
        assertThat(first.err()).isEqualTo("Building Gantry (first start only) ...\n");
        assertThat(first.out())
                .endsWith("<-jar><" + real("server/target/dist/gantry.jar") + "><recognize><a b.jpg><--format><csv>");
        assertThat(second.err()).isEmpty();
        assertThat(builds()).containsExactly("-q -B -pl server -am -Dmaven.test.skip=true package");
    }

    @Test
    void buildsAgainWhenASourceIsNewer() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25.0.3");
        maven();
        launch("--help");
        addLater("recognition/src/main/java/New.java");

        var again = launch("--help");

        assertThat(again.err()).isEqualTo("Building Gantry (its sources have changed) ...\n");
        assertThat(builds()).hasSize(2);
    }

    @Test
    void doesNotBuildAgainForSourcesOfTraining() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25.0.3");
        maven();
        launch("--help");
        addLater("training/src/main/java/New.java");

        launch("--help");

        assertThat(builds()).hasSize(1);
    }

    @Test
    void buildsAndStartsTrainingOnDemand() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25.0.3");
        maven();

        var result = launch("train", "reader", "--hours", "1");

        assertThat(builds()).containsExactly("-q -B -pl training -am -Dmaven.test.skip=true package");
        assertThat(result.out())
                .endsWith("<-jar><" + real("training/target/dist/gantry-training.jar") + "><reader><--hours><1>");
    }

    @Test
    void skipsJdksThatAreTooOld() throws Exception {
        var old = jdk(temporary.resolve("old"), "17.0.15");
        Files.createSymbolicLink(bin.resolve("java"), old.resolve("bin/java"));
        jdk(home.resolve(".sdkman/candidates/java/26-tem"), "26");
        maven();

        var result = launch(Map.of("JAVA_HOME", old.toString()), "serve");

        assertThat(result.code()).isZero();
        assertThat(project.resolve("mvn.java")).content().contains(".sdkman/candidates/java/26-tem");
    }

    @Test
    void findsTheJdkBehindTheJavaOnThePath() throws Exception {
        var found = jdk(temporary.resolve("some jdk"), "25");
        Files.createSymbolicLink(bin.resolve("java"), found.resolve("bin/java"));
        maven();

        assertThat(launch("serve").code()).isZero();
    }

    @Test
    void saysWhatToInstallWhenThereIsNoJdk() throws Exception {
        jdk(home.resolve(".jdks/jdk-21"), "21.0.1");
        maven();

        var result = launch("serve");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("Gantry needs a JDK, version 25 or newer, and found none.")
                .contains("apt install openjdk-25-jdk", "brew install", "WSL", "GANTRY_JAVA_HOME");
    }

    @Test
    void saysSoWhenTheChosenJdkIsTooOld() throws Exception {
        var old = jdk(temporary.resolve("old"), "17.0.15");
        jdk(home.resolve(".jdks/jdk-25"), "25");

        var result = launch(Map.of("GANTRY_JAVA_HOME", old.toString()), "serve");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("GANTRY_JAVA_HOME is " + old);
    }

    @Test
    void saysWhatToInstallWhenThereIsNoMaven() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");

        var result = launch("serve");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("no mvn on the PATH", "apt install maven", "brew install maven");
    }

    @Test
    void needsNoMavenOnceItIsBuilt() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");
        maven();
        launch("--help");
        Files.delete(bin.resolve("mvn"));

        assertThat(launch("--help").code()).isZero();
    }

    @Test
    void showsMavensOutputOnlyWhenTheBuildFails() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");
        script(bin.resolve("mvn"), "#!/bin/sh\necho '[ERROR] no such library'\nexit 1\n");

        var result = launch("serve");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("[ERROR] no such library", "could not be built");
        assertThat(project.resolve("target/launcher/lock")).doesNotExist();
    }

    @Test
    void startsThroughALinkFromAnyDirectory() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");
        maven();
        var links = Files.createDirectories(temporary.resolve("links"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../my gantry/gantry"));
        Files.createSymbolicLink(links.resolve("second"), Path.of("first"));

        var result = finished(start(links, Map.of(), List.of("./second", "serve")));

        assertThat(result.out()).contains("<" + real("server/target/dist/gantry.jar") + "><serve>");
    }

    @Test
    void twoAtOnceBuildOnce() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");
        maven();

        var first = start(project, Map.of(), List.of("./gantry", "a"));
        var second = start(project, Map.of(), List.of("./gantry", "b"));

        assertThat(finished(first).out()).endsWith("<a>");
        assertThat(finished(second).out()).endsWith("<b>");
        assertThat(builds()).hasSize(1);
    }

    @Test
    void removesTheLockOfALauncherThatWasKilled() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");
        maven();
        var ended = start(project, Map.of(), List.of(bin.resolve("sh").toString(), "-c", ":"));
        ended.waitFor();
        var lock = Files.createDirectories(project.resolve("target/launcher/lock"));
        Files.writeString(lock.resolve("owner"), ended.pid() + "\n");

        assertThat(launch("serve").code()).isZero();
        assertThat(lock).doesNotExist();
    }

    @Test
    void hasOptionsForTheVirtualMachine() throws Exception {
        jdk(home.resolve(".jdks/jdk-25"), "25");
        maven();

        var result = launch(Map.of("GANTRY_JAVA_OPTS", "-Xmx1g -Dx=y"), "serve");

        assertThat(result.out()).contains("<-Xmx1g><-Dx=y>");
    }

    private record Result(int code, String out, String err) {}

    private Result launch(String... arguments) throws Exception {
        return launch(Map.of(), arguments);
    }

    private Result launch(Map<String, String> environment, String... arguments) throws Exception {
        var command = Stream.concat(Stream.of(project.resolve("gantry").toString()), Stream.of(arguments));
        return finished(start(temporary, environment, command.toList()));
    }

    private Process start(Path directory, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", bin.toString(), "HOME", home.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result finished(Process process) throws Exception {
        var out = new String(process.getInputStream().readAllBytes(), UTF_8);
        var err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    /** A JDK whose java prints its arguments. */
    private static Path jdk(Path directory, String version) throws IOException {
        Files.createDirectories(directory.resolve("bin"));
        script(directory.resolve("bin/java"), "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
        script(directory.resolve("bin/javac"), "#!/bin/sh\n");
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return directory;
    }

    /** A Maven that notes how it was called and makes empty jars. */
    private void maven() throws IOException {
        script(bin.resolve("mvn"), """
                #!/bin/sh
                echo "$@" >>mvn.log
                echo "$JAVA_HOME" >mvn.java
                mkdir -p server/target/dist training/target/dist
                : >server/target/dist/gantry.jar
                : >training/target/dist/gantry-training.jar
                """);
    }

    private void addLater(String source) throws IOException {
        var file = Files.writeString(project.resolve(source), "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(10)));
    }

    private List<String> builds() throws IOException {
        return Files.readAllLines(project.resolve("mvn.log"));
    }

    private Path real(String path) throws IOException {
        return project.toRealPath().resolve(path);
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
