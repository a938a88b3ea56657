package dev.gantry.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of the archive, with a made-up runtime beside it. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveLauncherTest {

    private static final Path LAUNCHER = Path.of("src", "dist", "gantry");

    @Test
    void startsTheJavaBesideItThroughLinksFromAnyDirectory(@TempDir Path temporary) throws Exception {
        Path folder = Files.createDirectories(temporary.resolve("my gantry ü"));
        script(folder.resolve("gantry"), Files.readString(LAUNCHER));
        script(
                Files.createDirectories(folder.resolve("runtime/bin")).resolve("java"),
                "#!/bin/sh\nprintf '<%s>' \"$LC_ALL\" \"$@\"\n");
        Path links = Files.createDirectories(temporary.resolve("links"));
        Files.createSymbolicLink(links.resolve("first"), Path.of("../my gantry ü/gantry"));
        Files.createSymbolicLink(links.resolve("gantry"), Path.of("first"));

        var builder = new ProcessBuilder("./gantry", "recognize", "a b.jpg").directory(links.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/bin:/bin", "GANTRY_JAVA_OPTS", "-Xmx1g -Dx=y"));
        var process = builder.start();

        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        assertThat(out)
                .startsWith("<C.UTF-8><-XX:+UseSerialGC>")
                .endsWith(
                        "<-Xmx1g><-Dx=y><-jar><" + folder.toRealPath().resolve("gantry.jar") + "><recognize><a b.jpg>");
    }

    @Test
    void startsJavaAsTheLauncherOfACheckoutDoes() throws IOException {
        String own = Files.readString(LAUNCHER).replace("$home/runtime", "$jdk").replace("$home/gantry.jar", "$jar");
        String checkout = Files.readString(Path.of("..", "gantry"));

        assertThat(startOfJava(own)).isEqualTo(startOfJava(checkout)).contains("exec");
    }

    private static String startOfJava(String launcher) {
        return launcher.substring(launcher.indexOf("# Without a locale"));
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
