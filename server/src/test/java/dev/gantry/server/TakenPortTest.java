package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real process with the shipped models: ending while they load once crashed in native code. */
class TakenPortTest {

    private static final long LONGEST_MINUTES = 2;

    @Test
    void aTakenPortEndsWithOneSentence(@TempDir Path folder) throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Path errors = folder.resolve("errors");
            Process server = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            "dev.gantry.server.Main",
                            "serve",
                            "--port",
                            port)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(server.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(server.exitValue()).isEqualTo(1);
            assertThat(errors).content(StandardCharsets.UTF_8).contains("Port " + port + " is in use");
            assertThat(folder)
                    .isDirectoryNotContaining(
                            file -> file.getFileName().toString().startsWith("hs_err"));
        }
    }
}
