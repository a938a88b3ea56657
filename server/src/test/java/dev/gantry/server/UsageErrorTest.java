package dev.gantry.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a wrong command line is answered with: what is wrong and where the help is, and not the whole help. */
class UsageErrorTest {

    @Test
    void tellsWhatIsWrongAndWhereTheHelpIs() {
        assertThat(run("serve", "--ports"))
                .hasSize(3)
                .startsWith("Unknown option: '--ports'")
                .endsWith("Try 'gantry serve --help'.")
                .element(1)
                .asString()
                .startsWith("Possible solutions: --port");
        assertThat(run("recognize"))
                .containsExactly("Missing required parameter: 'PATH'", "Try 'gantry recognize --help'.");
    }

    @Test
    void namesTheCommandsWhenNoneIsGiven() {
        assertThat(run()).hasSize(2).first().asString().startsWith("Say what to do: serve, recognize, ");
    }

    private static List<String> run(String... arguments) {
        var err = new StringWriter();
        int code = Main.commandLine().setErr(new PrintWriter(err)).execute(arguments);
        assertThat(code).isEqualTo(2);
        return err.toString().lines().toList();
    }
}
