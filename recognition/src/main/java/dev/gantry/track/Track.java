package dev.gantry.track;

import dev.gantry.grammar.Interpretation;
import dev.gantry.plate.Reading;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All that is known of one vehicle while its sighting is open. */
final class Track {

    /** A vehicle that has not moved for so long is parked. */
    private static final Duration PARKED_AFTER = Duration.ofSeconds(10);

    /** Different sure texts that are remembered of one track. */
    private static final int MOST_SURE_TEXTS = 4;

    private final Fusion fusion;
    private final Views views = new Views();
    private final Course course = new Course();
    private final Set<String> sureTexts = new LinkedHashSet<>();
    private final Duration firstSeen;
    private Duration lastSeen;
    private int reads;
    private int missed;
    private boolean left;
    private long id;
    private String reportedText = "";
    private Interpretation fused;
    private SoftText soft;

    Track(Fusion fusion, SoftRead first) {
        this.fusion = fusion;
        firstSeen = first.read().time();
        lastSeen = firstSeen;
        see(first);
        views.add(first);
        reads = 1;
        fused = fusion.fuse(views, aspect(first));
        soft = first.text();
    }

    /** Counts the read, unless the vehicle is parked and has been reported; returns whether it did. */
    boolean add(SoftRead read) {
        see(read);
        if (isReported() && isParked()) {
            return false;
        }
        reads++;
        if (views.add(read)) {
            fuse(aspect(read));
        }
        return true;
    }

    private void see(SoftRead read) {
        lastSeen = read.read().time();
        missed = 0;
        course.add(new PathPoint(lastSeen, read.read().plate().quad()));
        if (read.confidence() >= Likeness.SURE && sureTexts.size() < MOST_SURE_TEXTS) {
            sureTexts.add(read.read().plate().text());
        }
    }

    private void fuse(double aspect) {
        fused = fusion.fuse(views, aspect);
        soft = SoftText.of(fused.reading());
    }

    private static double aspect(SoftRead read) {
        return read.read().plate().quad().aspect();
    }

    /** Takes over all that is known of another track of the same vehicle. */
    void absorb(Track other) {
        views.addAll(other.views);
        reads += other.reads;
        other.course.points().stream()
                .filter(point -> point.time().compareTo(course.last().time()) > 0)
                .forEach(course::add);
        lastSeen = lastSeen.compareTo(other.lastSeen) > 0 ? lastSeen : other.lastSeen;
        missed = Math.min(missed, other.missed);
        fuse(aspect(new SoftRead(other.views.best(other.text()))));
    }

    /** Nothing has changed in the picture: what was there is still there. */
    void stillAt(Duration time) {
        if (missed == 0) {
            lastSeen = time;
        } else {
            missed++;
        }
    }

    void miss() {
        missed++;
    }

    int missed() {
        return missed;
    }

    boolean isInView() {
        return !left;
    }

    void leave() {
        left = true;
        views.settle(text());
    }

    void comeBack() {
        left = false;
    }

    boolean isReported() {
        return id > 0;
    }

    long id() {
        return id;
    }

    void report(long newId) {
        id = newId;
        reportedText = text();
    }

    /** Whether the text is another one than was last reported; from now on it counts as reported. */
    boolean takeCorrection() {
        boolean corrected = !reportedText.equals(text());
        reportedText = text();
        return corrected;
    }

    /** Whether it stood still when it was last seen, and had done so for a while. */
    boolean isParked() {
        return lastSeen.minus(course.lastMove()).compareTo(PARKED_AFTER) >= 0;
    }

    String text() {
        return fused.reading().text();
    }

    SoftText soft() {
        return soft;
    }

    double confidence() {
        return fused.reading().confidence();
    }

    int reads() {
        return reads;
    }

    /** How many of them show other pixels than those before. */
    int views() {
        return views.views().size();
    }

    Duration firstSeen() {
        return firstSeen;
    }

    Duration lastSeen() {
        return lastSeen;
    }

    Course course() {
        return course;
    }

    Set<String> sureTexts() {
        return sureTexts;
    }

    /** Whether any known plate format fits the text. */
    boolean fitsFormat() {
        return !fused.regions().isEmpty();
    }

    Likeness likeness(SoftRead read) {
        return Likeness.of(text(), soft, confidence(), read.read().plate().text(), read.text(), read.confidence());
    }

    Likeness likeness(Track other) {
        return Likeness.of(text(), soft, confidence(), other.text(), other.soft, other.confidence());
    }

    PlateRead best() {
        return views.best(text());
    }

    /** The reads whose frames may yet become the one that stands for all. */
    List<PlateRead> bestReads() {
        return views.best();
    }

    /** The reads that decide the text. */
    List<PlateRead> kept() {
        return views.reads();
    }

    Sighting sighting(TrackerOptions options, int width, int height) {
        Reading reading = fused.reading();
        return new Sighting(
                id,
                reading.text(),
                reading.confidence(),
                reading.characters(),
                reading.candidates(),
                fused.region(),
                fused.regions(),
                fused.changes(),
                firstSeen,
                lastSeen,
                reads,
                best(),
                course.direction(options.line(), width, height),
                course.points(),
                views.reads());
    }
}
