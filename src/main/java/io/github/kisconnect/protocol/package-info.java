/**
 * The KIS wire for H0STANC0: frames, fields, control messages and message codes. Pure functions: no
 * thread, no clock, no Kafka, no socket.
 */
package io.github.kisconnect.protocol;
