// Evaluated before Next starts, in a task of its own: see `wake` in `public/reader.js`.
import 'react-dom/client';
