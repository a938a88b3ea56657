package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.model.ModelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

/** Starting, failing to start, and ending. */
@Timeout(120)
class LifecycleTest {

    private static final Form PHOTO = new Form().file("image", "car.jpg", Photo.jpeg());

    @Test
    void answersWhatIsUnderWayBeforeItEnds() throws Exception {
        var detector = new Fakes.HoldingDetector();
        var server = RunningServer.with(detector, Fakes.reading("AB1234", 0.9));
        var underWay = server.postAsync("/api/v1/recognize", PHOTO);
        detector.awaitArrival();

        var ended = CompletableFuture.runAsync(() -> server.gantry().close());
        awaitRefusal(server);
        detector.letGo();

        assertThat(underWay.join().statusCode()).isEqualTo(200);
        ended.join();
        assertThatThrownBy(server::connect).isInstanceOf(ConnectException.class);
    }

    /** Until new connections are refused. */
    private static void awaitRefusal(RunningServer server) {
        while (true) {
            try (var _ = server.connect()) {
                Thread.onSpinWait();
            } catch (IOException _) {
                return;
            }
        }
    }

    @Test
    void saysInOneSentenceThatThePortIsInUse() {
        try (var server = RunningServer.with(Fakes.finding(), Fakes.reading("AB1234", 0.9))) {
            String port = String.valueOf(server.gantry().port());

            assertThatThrownBy(() -> RunningServer.with(Fakes.finding(), Fakes.reading("", 0), Map.of("port", port)))
                    .isInstanceOf(StartException.class)
                    .hasMessage(
                            "Port %s is in use; stop the program that uses it or choose another with --port.", port);
        }
    }

    @Test
    void saysInOneSentenceWhichOfSeveralPortsIsInUse() {
        try (var server = RunningServer.with(Fakes.finding(), Fakes.reading("AB1234", 0.9))) {
            String port = String.valueOf(server.gantry().port());

            assertThatThrownBy(() ->
                            RunningServer.with(Fakes.finding(), Fakes.reading("", 0), Map.of("alsoListenOn", port)))
                    .isInstanceOf(StartException.class)
                    .hasMessage(
                            "Port %s is in use; stop the program that uses it or choose another with alsoListenOn.",
                            port);
        }
    }

    @Test
    void servesTheSameOnEveryPort() throws Exception {
        int other = freePort();
        try (var server = RunningServer.with(
                Fakes.finding(), Fakes.reading("", 0), Map.of("alsoListenOn", "%1$d, %1$d".formatted(other)))) {
            var response =
                    server.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health".formatted(other))));

            assertThat(response.body()).isEqualTo(server.get("/health").body());
            assertThat(server.gantry().port()).isNotEqualTo(other);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void saysInOneSentenceThatTheHostIsWrong() {
        for (String host : new String[] {"no such host", "192.0.2.1"}) { // the latter is reserved for documents
            assertThatThrownBy(() -> RunningServer.with(Fakes.finding(), Fakes.reading("", 0), Map.of("host", host)))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("'%s'", host)
                    .hasMessageContaining("--host");
        }
    }

    @Test
    void endsWhenTheModelsCannotBeLoaded() {
        var gantry = Gantry.listen(RunningServer.settings(Map.of()), () -> {
            throw new ModelException(ModelException.Code.MISSING, "There is no model.");
        });

        assertThatThrownBy(gantry::awaitModels)
                .isInstanceOf(ModelException.class)
                .hasMessage("There is no model.");
    }

    @Test
    void theCommandEndsWithOneLineForEachWrongSetting() {
        var run = new Run("serve", "--port", "many", "--set", "limits.que=5", "--set", "recognition.effort=heroic");

        assertThat(run.code).isEqualTo(1);
        assertThat(run.err.lines())
                .containsExactlyInAnyOrder(
                        "There is no setting 'limits.que' (in the command line); did you mean 'limits.queue'?",
                        "'port' is 'many' (in the command line), but allowed is a whole number from 0 to 65535.",
                        "'recognition.effort' is 'heroic' (in the command line), but allowed is one of fast, balanced,"
                                + " thorough.");
    }

    @Test
    void helpNamesTheCommandsAndTheirOptions() {
        assertThat(new Run("--help").out).contains("serve", "recognize", "evaluate");
        assertThat(new Run("serve", "--help").out)
                .contains("--host", "--port", "--config", "--set", "docs/configuration.md");
        assertThat(new Run("--version").out).startsWith("Gantry ");
        assertThat(new Run().code).isEqualTo(2);
        assertThat(new Run("serves").code).isEqualTo(2);
    }

    /** One run of the program with its arguments. */
    private static final class Run {

        private final int code;
        private final String out;
        private final String err;

        Run(String... arguments) {
            var outWriter = new StringWriter();
            var errWriter = new StringWriter();
            CommandLine commands =
                    Main.commandLine().setOut(new PrintWriter(outWriter)).setErr(new PrintWriter(errWriter));
            code = commands.execute(arguments);
            out = outWriter.toString();
            err = errWriter.toString();
        }
    }
}
