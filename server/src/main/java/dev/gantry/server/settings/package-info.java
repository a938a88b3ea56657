/**
 * What an operator can change, and how it is read: {@code gantry.yaml}, then {@code GANTRY_...} variables, then flags,
 * each overriding the one before. {@link dev.gantry.server.settings.SettingKeys} is the one table of all keys with their
 * defaults; everything is checked here, at start, so that no other code ever sees a wrong value.
 * Nothing here opens a port, loads a model or knows what a setting is used for.
 */
@NullMarked
package dev.gantry.server.settings;

import org.jspecify.annotations.NullMarked;
