// Before all else that is loaded: Node would keep the map of every module in memory, 80 MB of them. The log reads the one
// it needs when there is an error to tell of.
if (process.env.NODE_ENV === 'production') process.setSourceMapsEnabled(false);
