/**
 * Renders what is written down from what the code does: the Avro schemas of {@code avro/} and the
 * field table of README. Tests hold the files equal to what is rendered here.
 */
package io.github.kisconnect.docs;
