package dev.gantry.server.store;

import static dev.gantry.server.store.Reads.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.Rejection.Reason;
import dev.gantry.server.event.Event;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.Source;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.review.Correction;
import dev.gantry.server.review.NewReview;
import dev.gantry.server.review.QueueOrder;
import dev.gantry.server.review.ReviewEntry;
import dev.gantry.server.review.Reviews;
import dev.gantry.server.review.Tally;
import dev.gantry.server.statistics.CameraReport;
import dev.gantry.server.statistics.Period;
import dev.gantry.server.statistics.Report;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Reviews and statistics as every database must have them. */
abstract class ReviewContract extends DatabaseContract {

    private Reviews reviews() {
        return store.reviews();
    }

    @Test
    void aCorrectionChangesWhatSearchesFindAndKeepsWhatWasRead() {
        long id = keep("A812CD", 0.6, 0.3, "gate");

        ReviewEntry entry = review(id, Verdict.CORRECTED, "ab12 cd");

        assertThat(reviews().of(id)).containsExactly(entry);
        PlateRead read = store.history().find(id).orElseThrow();
        assertThat(read.text()).isEqualTo("A812CD");
        assertThat(read.effectiveText()).isEqualTo("AB12 CD");
        assertThat(found("AB12CD")).containsExactly(id);
        assertThat(found("A812CD")).isEmpty();
        assertThat(store.history()
                        .search(filter(new PlateSearch.Contains("812")), null, 10)
                        .reads())
                .isEmpty();
    }

    @Test
    void whatIsUndoneIsAsBefore() {
        long id = keep("A812CD", 0.6, 0.3, "gate");
        PlateRead before = store.history().find(id).orElseThrow();

        review(id, Verdict.CORRECTED, "AB12CD");
        review(id, Verdict.NOT_A_PLATE, null);
        review(id, Verdict.UNDONE, null);

        assertThat(store.history().find(id)).contains(before);
        assertThat(found("A812CD")).containsExactly(id);
        assertThat(found("AB12CD")).isEmpty();
        assertThat(reviews().of(id))
                .extracting(ReviewEntry::verdict)
                .containsExactly(Verdict.CORRECTED, Verdict.NOT_A_PLATE, Verdict.UNDONE);
    }

    @Test
    void anEventTellsOfEachVerdict() {
        long id = keep("AB12CD", 0.6, 0.3, "gate");

        review(id, Verdict.CONFIRMED, null);

        Event event = store.events().after(0, 10).getLast();
        assertThat(event.sequence()).isEqualTo(2);
        assertThat(event.type()).isEqualTo("review");
        assertThat(event.data()).contains("\"read\":" + id, "\"verdict\":\"confirmed\"", "\"text\":null");
    }

    @Test
    void nothingIsSaidOfReadsThatAreNotThere() {
        assertThat(reviews().add(new NewReview(99, Verdict.CONFIRMED, null, false)))
                .isEmpty();
        assertThat(store.events().newest()).isZero();
        assertThatThrownBy(() -> new NewReview(1, Verdict.CORRECTED, " - ", false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewReview(1, Verdict.CONFIRMED, "AB12", false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMostDoubtfulComeFirstAndWhatIsReviewedDoesNotComeBack() {
        long sure = keep("SURE1", 0.99, 0.001, "gate");
        long close = keep("CLOSE1", 0.5, 0.45, "yard");
        long unsure = keep("UNSURE1", 0.5, 0.1, "gate");
        store.history().append(List.of(Reads.read("NOSTRIP")));

        assertThat(waiting(null, null)).containsExactly(close, unsure, sure);
        assertThat(waiting("gate", null)).containsExactly(unsure, sure);
        assertThat(waiting(null, close)).containsExactly(unsure, sure);

        review(unsure, Verdict.CONFIRMED, null);
        assertThat(waiting(null, null)).containsExactly(close, sure);
        assertThat(waiting(null, unsure)).containsExactly(sure);
        review(unsure, Verdict.UNDONE, null);
        assertThat(waiting(null, null)).containsExactly(close, unsure, sure);
    }

    @Test
    void aDrawIsAmongAllThatWait() {
        List<Long> ids = IntStream.range(0, 30)
                .mapToObj(i -> keep("P" + i, 0.9, 0, i % 2 == 0 ? "gate" : "yard"))
                .toList();
        review(ids.getFirst(), Verdict.CONFIRMED, null);

        List<PlateRead> drawn = reviews().waiting(QueueOrder.RANDOM, "gate", null, 5);

        assertThat(drawn).isNotEmpty().hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
        assertThat(drawn).allSatisfy(read -> {
            assertThat(read.source().camera()).isEqualTo("gate");
            assertThat(read.id()).isNotEqualTo(ids.getFirst());
        });
        assertThat(reviews().waiting(QueueOrder.RANDOM, "none", null, 5)).isEmpty();
    }

    @Test
    void verdictsAreCountedAndTheCorrectionsListed() {
        long right = keep("AB12CD", 0.9, 0, "gate");
        long wrong = keep("A8-12", 0.9, 0, "gate");
        long fence = keep("IIII", 0.9, 0, "gate");
        keep("WAITS", 0.9, 0, "gate");
        reviews().add(new NewReview(right, Verdict.CONFIRMED, null, true));
        review(wrong, Verdict.CORRECTED, "AB 12");
        review(fence, Verdict.NOT_A_PLATE, null);

        assertThat(reviews().tally()).isEqualTo(new Tally(new Tally.Counts(1, 1, 1), new Tally.Counts(1, 0, 0), 1));
        assertThat(reviews().corrections(10)).containsExactly(new Correction("A812", "AB12"));
        List<Long> exported = new ArrayList<>();
        reviews().forEach(EnumSet.of(Verdict.CONFIRMED, Verdict.CORRECTED), read -> exported.add(read.id()));
        assertThat(exported).containsExactly(right, wrong);
    }

    @Test
    void forgettingAReadForgetsWhatWasSaidOfIt() {
        long id = keep("A812CD", 0.9, 0, "gate");
        review(id, Verdict.CORRECTED, "AB12CD");

        store.history().delete(id);

        assertThat(reviews().of(id)).isEmpty();
        assertThat(reviews().tally()).isEqualTo(new Tally(new Tally.Counts(0, 0, 0), new Tally.Counts(0, 0, 0), 0));
    }

    @Test
    void readsAreCounted() {
        store.history()
                .append(List.of(
                        read("AA1", NOON, "gate", 0.97, 45),
                        read("AA1", NOON.plus(Duration.ofDays(1)), "gate", 0.99, 55),
                        read("BB2", NOON.plusSeconds(600), "gate", 0.62, 130),
                        read("CC3", NOON.plusSeconds(3_600), "yard", 1, 9_000),
                        read("DD4", NOON.minusSeconds(1), "yard", 1, 100),
                        read("EE5", NOON.plus(Duration.ofDays(2)), "yard", 1, 100),
                        read("CC3", NOON.plusSeconds(3_700), null, 0, null)));

        Report report = store.statistics().report(period(null, ZoneOffset.UTC));

        assertThat(report.reads()).isEqualTo(5);
        assertThat(report.plates()).isEqualTo(3);
        assertThat(report.returning()).isEqualTo(1);
        assertThat(report.hours().at(DayOfWeek.FRIDAY, 12)).isEqualTo(2);
        assertThat(report.hours().at(DayOfWeek.FRIDAY, 13)).isEqualTo(2);
        assertThat(report.hours().at(DayOfWeek.SATURDAY, 12)).isEqualTo(1);
        assertThat(report.hours().days())
                .containsExactly(Map.entry(LocalDate.of(2026, 5, 1), 4L), Map.entry(LocalDate.of(2026, 5, 2), 1L));
        CameraReport gate = report.cameras().getFirst();
        assertThat(gate.camera()).isEqualTo("gate");
        assertThat(gate.reads()).isEqualTo(3);
        assertThat(gate.plates()).isEqualTo(2);
        assertThat(gate.confidence().counts())
                .hasSize(20)
                .endsWith(2)
                .satisfies(bins -> assertThat(bins[12]).isEqualTo(1));
        assertThat(gate.width().counts())
                .hasSize(14)
                .startsWith(0, 0, 0, 0, 1, 1)
                .endsWith(1);
        assertThat(gate.hitRate()).isEqualTo(1);
        CameraReport yard = report.cameras().stream()
                .filter(camera -> "yard".equals(camera.camera()))
                .findFirst()
                .orElseThrow();
        assertThat(yard.confidence().counts()).hasSize(20).endsWith(1);
        assertThat(yard.width().counts()).hasSize(51).endsWith(1);
        assertThat(report.cameras())
                .filteredOn(camera -> camera.camera() == null)
                .singleElement()
                .satisfies(none -> {
                    assertThat(none.width().median()).isEmpty();
                    assertThat(none.confidence().counts()).containsExactly(1);
                });
    }

    @Test
    void whatWasMissedLowersTheHitRate() {
        store.history().append(List.of(read("AA1", NOON.plusSeconds(1), "gate", 0.9, 50)));
        store.rejections().add("gate", NOON.plusSeconds(60), Map.of(Reason.TOO_SMALL, 2L, Reason.PARKED, 9L));
        store.rejections().add("gate", NOON.plus(Duration.ofDays(3)), Map.of(Reason.TOO_SMALL, 7L));
        store.rejections().add("yard", NOON.plusSeconds(60), Map.of(Reason.BLURRED, 4L));

        List<CameraReport> cameras =
                store.statistics().report(period(null, ZoneOffset.UTC)).cameras();

        assertThat(cameras).extracting(CameraReport::camera).containsExactly("gate", "yard");
        assertThat(cameras.getFirst().misses()).containsExactly(Map.entry("TOO_SMALL", 2L));
        assertThat(cameras.getFirst().hitRate()).isEqualTo(1 / 3.0);
        assertThat(cameras.get(1).hitRate()).isZero();
        assertThat(store.statistics().report(period("yard", ZoneOffset.UTC)).cameras())
                .hasSize(1);
    }

    @Test
    void hoursAndDaysAreThoseOfTheZone() {
        store.history()
                .append(List.of(
                        read("AA1", NOON.plusSeconds(1), "gate", 0.9, 50),
                        read("AA1", NOON.plus(Duration.ofHours(11)), "gate", 0.9, 50)));

        assertThat(store.statistics().report(period("gate", ZoneOffset.UTC)).returning())
                .isZero();
        Report report = store.statistics().report(period("gate", ZoneId.of("Europe/Berlin")));
        assertThat(report.returning()).isEqualTo(1);
        assertThat(report.hours().at(DayOfWeek.SATURDAY, 1)).isEqualTo(1);
        assertThat(store.statistics().report(period("none", ZoneOffset.UTC)).cameras())
                .isEmpty();
    }

    private static Period period(@Nullable String camera, ZoneId zone) {
        return new Period(NOON, NOON.plus(Duration.ofDays(2)), camera, zone);
    }

    private static NewRead read(
            String text, Instant time, @Nullable String camera, double confidence, @Nullable Integer width) {
        return read(text, time, camera, confidence, 0, width, Evidence.NONE);
    }

    private static NewRead read(
            String text,
            Instant time,
            @Nullable String camera,
            double confidence,
            double second,
            @Nullable Integer width,
            Evidence evidence) {
        return new NewRead(
                UUID.randomUUID().toString(),
                time,
                text,
                confidence,
                null,
                width == null ? null : new Box(1, 2, width, 20),
                null,
                List.of(new Candidate(text, confidence), new Candidate(text + "X", second)),
                new Source("gantry", null, camera),
                null,
                null,
                evidence);
    }

    /** @return the number of a read that has a strip */
    private long keep(String text, double confidence, double second, String camera) {
        var evidence = new Evidence(new byte[] {1}, null);
        return store.history()
                .append(List.of(read(text, NOON, camera, confidence, second, 50, evidence)))
                .getFirst()
                .id();
    }

    private ReviewEntry review(long id, Verdict verdict, @Nullable String text) {
        return reviews().add(new NewReview(id, verdict, text, false)).orElseThrow();
    }

    private List<Long> waiting(@Nullable String camera, @Nullable Long after) {
        return reviews().waiting(QueueOrder.DOUBTFUL, camera, after, 10).stream()
                .map(PlateRead::id)
                .toList();
    }

    private List<Long> found(String plate) {
        return store.history().search(filter(new PlateSearch.Exact(plate)), null, 10).reads().stream()
                .map(PlateRead::id)
                .toList();
    }

    private static ReadFilter filter(PlateSearch plate) {
        return new ReadFilter(null, null, null, null, null, null, plate);
    }
}
