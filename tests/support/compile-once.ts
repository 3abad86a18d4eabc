import { compiled } from '../../bin/setup/compile';

// A process of its own that compiles and says where to.
console.log(compiled());
