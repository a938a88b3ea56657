/**
 * Trains Gantry's models: rendered and real pictures in, ONNX files with their cards out. Never part of the server's
 * distribution. What prepares pixels is recognition's own code, so that training and use cannot drift apart.
 */
@NullMarked
package dev.gantry.training;

import org.jspecify.annotations.NullMarked;
