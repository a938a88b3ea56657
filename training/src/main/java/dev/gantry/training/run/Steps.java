package dev.gantry.training.run;

import dev.gantry.training.data.BatchQueue;
import dev.gantry.training.nn.Training;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongToDoubleFunction;
import org.bytedeco.pytorch.Tensor;

/** The steps of any training: the next batch, its loss, one move of the optimiser. */
public final class Steps<B> implements AutoCloseable {

    private static final int BATCHES_AHEAD = 8;

    private final Training training;
    private final LongFunction<B> batch;
    private final Function<B, Tensor> loss;
    private final LongToDoubleFunction rate;
    private BatchQueue<B> batches;

    /**
     * @param batch makes a step's batch, in another thread
     * @param loss runs the net on a batch; calls {@link Training#inFloat32} behind the net
     * @param rate learning rate of a step
     */
    public Steps(Training training, LongFunction<B> batch, Function<B, Tensor> loss, LongToDoubleFunction rate) {
        this.training = training;
        this.batch = batch;
        this.loss = loss;
        this.rate = rate;
        this.batches = queue();
    }

    private BatchQueue<B> queue() {
        return new BatchQueue<>(batch, training.step(), 1, BATCHES_AHEAD);
    }

    /** After a checkpoint has been loaded: batches of the step that comes next. */
    public void seek() {
        batches.close();
        batches = queue();
    }

    public void step() {
        B next = batches.take();
        training.step(() -> loss.apply(next), rate.applyAsDouble(training.step()));
    }

    public Training training() {
        return training;
    }

    @Override
    public void close() {
        batches.close();
    }
}
