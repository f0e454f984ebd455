/** Whether the inputs of assessments are complete, and the work that waits for these inputs. */
package com.cottonerp.risk.basis;
