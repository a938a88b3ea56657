package dev.gantry.read;

import dev.gantry.model.ModelCard;
import dev.gantry.model.Tensor;
import java.util.List;

/** Which heads a reader has, by the names of its outputs. */
sealed interface OutputHeads {

    /** Only a CTC head. */
    record Ctc(String ctc) implements OutputHeads {}

    /** Only a head of slots. */
    record Slots(String slots) implements OutputHeads {}

    /** Both. */
    record CtcAndSlots(String ctc, String slots) implements OutputHeads {}

    static OutputHeads of(ModelCard card) {
        enum Layout {
            CTC,
            SLOTS,
            CTC_SLOTS
        }
        return switch (card.choice("output.layout", Layout.class)) {
            case CTC -> new Ctc(card.text("output.ctc"));
            case SLOTS -> new Slots(card.text("output.slots"));
            case CTC_SLOTS -> new CtcAndSlots(card.text("output.ctc"), card.text("output.slots"));
        };
    }

    /** Names of the outputs that are needed, in order. */
    default List<String> outputs() {
        return switch (this) {
            case Ctc(String ctc) -> List.of(ctc);
            case Slots(String slots) -> List.of(slots);
            case CtcAndSlots(String ctc, String slots) -> List.of(ctc, slots);
        };
    }

    default Head head(List<Tensor> outputs, OutputAxes axes) {
        return switch (this) {
            case Ctc _ -> new CtcHead(axes.frames(outputs.get(0)));
            case Slots _ -> new SlotsHead(axes.frames(outputs.get(0)));
            case CtcAndSlots _ ->
                Heads.combined(
                        List.of(new CtcHead(axes.frames(outputs.get(0))), new SlotsHead(axes.frames(outputs.get(1)))));
        };
    }
}
