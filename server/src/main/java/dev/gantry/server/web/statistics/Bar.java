package dev.gantry.server.web.statistics;

/**
 * One bar of a chart.
 *
 * @param label below it; empty for none
 * @param value how many it stands for
 * @param height from 0 to 1, the highest bar being 1
 * @param title what it says when it is pointed at or heard
 * @param href where its reads are listed
 */
public record Bar(String label, long value, double height, String title, String href) {}
