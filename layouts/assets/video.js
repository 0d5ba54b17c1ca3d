/* A tap on a video's still picture puts the player in its place. Before that nothing is asked of YouTube; without this
   script the picture is a link to it. */

const PLAYER = "https://www.youtube-nocookie.com/embed/";

function play(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab was asked for
  event.preventDefault();
  const link = event.currentTarget;
  const frame = document.createElement("iframe");
  frame.title = link.dataset.title;
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  // What YouTube's player does not run without; the frame is of another origin all the same.
  frame.sandbox = "allow-scripts allow-same-origin allow-presentation allow-popups";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = `${PLAYER}${link.dataset.video}?autoplay=1`;
  link.replaceWith(frame);
  frame.focus();
}

for (const link of document.querySelectorAll("a[data-video]")) link.addEventListener("click", play);
