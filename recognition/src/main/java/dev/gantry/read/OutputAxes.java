package dev.gantry.read;

import dev.gantry.model.ModelCard;
import dev.gantry.model.ModelException;
import dev.gantry.model.Tensor;

/**
 * How a reader's outputs are laid out, and what their values are.
 *
 * @param order the tensor's dimensions: B for the batch, T for steps, C for classes
 * @param activation what has been done to the values already
 * @param classes the alphabet's size plus one
 * @param blank index of the class that is no character
 */
record OutputAxes(Order order, Activation activation, int classes, int blank) {

    enum Order {
        BTC,
        TBC,
        BCT
    }

    enum Activation {
        LOGITS,
        SOFTMAX,
        LOG_SOFTMAX
    }

    static OutputAxes of(ModelCard card, int classes) {
        int blank = card.wholeNumber("blank");
        if (blank >= classes) {
            throw card.wrong("blank", "a class index below " + classes + " (the alphabet's size plus one)", "" + blank);
        }
        return new OutputAxes(
                card.choice("output.axes", Order.class, Order.BTC),
                card.choice("output.activation", Activation.class),
                classes,
                blank);
    }

    /** The output for the only strip of its batch. */
    Frames frames(Tensor tensor) {
        if (tensor.rank() != 3) {
            throw unfit(tensor, "needs three dimensions");
        }
        int steps = tensor.size(order == Order.TBC ? 0 : order == Order.BTC ? 1 : 2);
        int found = tensor.size(order == Order.BCT ? 1 : 2);
        int batch = tensor.size(order == Order.TBC ? 1 : 0);
        if (found != classes) {
            throw unfit(tensor, "has " + found + " classes, but the alphabet and the blank are " + classes);
        }
        if (batch != 1 || steps == 0) {
            throw unfit(tensor, "must hold one strip with at least one step");
        }
        var probabilities = new double[steps * classes];
        for (int t = 0; t < steps; t++) {
            for (int c = 0; c < classes; c++) {
                probabilities[t * classes + c] = tensor.values()[order == Order.BCT ? c * steps + t : t * classes + c];
            }
            toProbabilities(probabilities, t * classes);
        }
        return new Frames(steps, classes, blank, probabilities);
    }

    /** One step's values to probabilities above 0 that sum to 1. */
    private void toProbabilities(double[] values, int start) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < classes; c++) {
            highest = Math.max(highest, values[start + c]);
        }
        double sum = 0;
        for (int c = start; c < start + classes; c++) {
            double value = switch (activation) {
                case SOFTMAX -> values[c];
                case LOGITS, LOG_SOFTMAX -> Math.exp(values[c] - highest);
            };
            values[c] = value > Distribution.LEAST ? value : Distribution.LEAST; // NaN too
            sum += values[c];
        }
        for (int c = start; c < start + classes; c++) {
            values[c] /= sum;
        }
    }

    private ModelException unfit(Tensor tensor, String why) {
        return new ModelException(
                ModelException.Code.BAD_MODEL,
                "The reader's output " + tensor.describe() + ", read as " + order + ", does not fit its card: it " + why
                        + ".");
    }
}
