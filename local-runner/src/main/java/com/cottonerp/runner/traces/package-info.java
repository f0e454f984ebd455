/**
 * The spans of the last requests, as the running programs report them, for {@code ./run traces}.
 */
package com.cottonerp.runner.traces;
