package dev.gantry.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OnnxWeightsTest {

    private static final int KERNEL = 9;

    private final OnnxWeights weights = OnnxWeights.of(model());

    /** Two convolutions: from one channel to two, and from these to three. */
    private static byte[] model() {
        var graph = new OnnxGraph();
        String strip = graph.input("strip", 1, 1, 4, 4);
        String two = convolution(graph, strip, 1, 2);
        graph.output(convolution(graph, two, 2, 3), "three", 1, 3, 4, 4);
        return graph.toBytes();
    }

    private static String convolution(OnnxGraph graph, String input, int in, int out) {
        var weight = new float[in * out * KERNEL];
        weight[0] = out;
        return graph.node(
                "Conv", List.of(input, graph.constant(weight, out, in, 3, 3), graph.constant(new float[out], out)));
    }

    @Test
    void aLayerThatTheFileLacksChangesNothing() {
        assertThat(weights.next(2, 1, 3, 3)).startsWith(2);
        assertThat(weights.next(2)).containsOnly(0);
        var unchanging = new float[4 * KERNEL];
        unchanging[KERNEL / 2] = 1;
        unchanging[3 * KERNEL + KERNEL / 2] = 1;
        assertThat(weights.next(2, 2, 3, 3)).containsExactly(unchanging);
        assertThat(weights.next(2)).containsExactly(0, 0);
        assertThat(weights.next(3, 2, 3, 3)).startsWith(3);
        assertThat(weights.next(3)).hasSize(3);
        weights.requireEnd();
    }

    @Test
    void aLayerOfAnotherWidthIsRefused() {
        weights.next(2, 1, 3, 3);
        weights.next(2);
        assertThatThrownBy(() -> weights.next(4, 2, 3, 3)).hasMessageContaining("another net");
    }
}
