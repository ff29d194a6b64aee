/** Renders the parts of the documentation that follow from the code. */
package io.github.kisconnect.docs;
